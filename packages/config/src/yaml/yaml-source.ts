import type { Document, Node } from 'yaml'
import type { Finding, Place } from '../finding.js'
import type { YamlPath } from '../workload.js'
import { findNode } from './find-node.js'
import { type IgnoreComment, ignoreComments } from './ignore-comments.js'
import { isRecord } from './is-record.js'
import type { SourceText } from './source-text.js'
import { UNSILENCEABLE } from './unsilenceable.js'

/** The file behind a parsed value: where each part of it stands. */
export interface YamlSource {
  readonly file: string
  /**
   * Where the value at that path stands, or its key. A path that is not in the file gives the nearest
   * part above it that is, at last the first line.
   */
  readonly locate: (path: YamlPath, part?: 'key' | 'value') => Place
  /** The plain value as written, before any schema; undefined when the path is not in the file. */
  readonly read: (path: YamlPath) => unknown
  /**
   * Drops the findings that a `# lakebase-ignore LB016: reason` silences: on their line, or above it, and
   * anywhere in the file for those that have no line.
   */
  readonly applyIgnores: (findings: readonly Finding[]) => readonly Finding[]
}

/** Joins text, tree and data of one file. */
export function yamlSource(
  text: SourceText,
  document?: Document.Parsed,
  data?: unknown,
): YamlSource {
  const ignores = ignoreComments(text)
  const locate = (path: YamlPath, part: 'key' | 'value' = 'value'): Place => {
    if (!document) return text.place(0, 1)
    const { key, value, exists } = findNode(document, path)
    const wanted = part === 'key' || !exists ? [key, value] : [value, key]
    const node = wanted.find((one) => hasText(one)) ?? key ?? value
    return node?.range ? text.place(node.range[0], node.range[1]) : text.place(0, 1)
  }
  return {
    file: text.file,
    locate,
    read: (path) => path.reduce(property, data),
    applyIgnores: (findings) =>
      findings.filter((finding) => !silenced(finding, text.file, ignores)),
  }
}

function hasText(node: Node | undefined): boolean {
  return node?.range != null && node.range[1] > node.range[0]
}

function property(parent: unknown, key: string | number): unknown {
  if (Array.isArray(parent)) return parent[Number(key)]
  return isRecord(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined
}

function silenced(finding: Finding, file: string, ignores: readonly IgnoreComment[]): boolean {
  const { ruleId, level, line } = finding
  if (level === 'error' && UNSILENCEABLE.has(ruleId)) return false
  // What is about no place in a file, such as the age of the prices, has no line to write beside.
  if (line === undefined) return ignores.some((one) => one.ruleId === ruleId)
  if (finding.file !== file) return false
  return ignores.some((one) => one.ruleId === ruleId && one.lines.some((at) => at === line))
}
