import type * as v from 'valibot'
import type { Finding } from '../finding.js'
import { redact } from '../secrets/redact.js'
import type { YamlPath } from '../workload.js'
import { describeIssue } from './describe-issue.js'
import { isRecord } from './is-record.js'
import type { YamlSource } from './yaml-source.js'

/** Details of an issue that only the schema's owner knows; they replace the general ones. */
export type ExplainIssue = (issue: v.BaseIssue<unknown>) => Partial<Finding> | undefined

/** The findings of one valibot issue. */
export function issueFindings(
  issue: v.BaseIssue<unknown>,
  source: YamlSource,
  explain: ExplainIssue,
  parents: YamlPath = [],
): readonly Finding[] {
  const path = [...parents, ...pathOf(issue)]
  if (issue.expected === 'never') return unknownKey(issue, path, source)
  // Of several alternatives the one that fits from outside tells what is wrong inside.
  const inside = issue.issues?.filter((one) => one.path !== undefined) ?? []
  if (inside.length > 0) return inside.flatMap((one) => issueFindings(one, source, explain, path))

  const explained = { ...describeIssue(issue, path), ...explain(issue) }
  const missing = explained.ruleId === 'LB004'
  const finding = { ...explained, ...source.locate(missing ? path.slice(0, -1) : path) }
  return [{ ...finding, message: redact(`${labelOf(path)}${finding.message}`) }]
}

/** In words that structureFindings uses as well, which knows more of them; equal ones are merged. */
function unknownKey(
  issue: v.BaseIssue<unknown>,
  path: YamlPath,
  source: YamlSource,
): readonly Finding[] {
  const inList = issue.path?.some((item) => isRecord(item) && Array.isArray(item.input)) ?? false
  if (inList && Array.isArray(source.read(path.slice(0, -1)))) return []
  const message = redact(`unknown key "${path.at(-1)}"`)
  return [{ ruleId: 'LB003', level: 'error', message, ...source.locate(path, 'key') }]
}

function pathOf(issue: v.BaseIssue<unknown>): YamlPath {
  return (issue.path ?? []).flatMap((item) => {
    const key = isRecord(item) ? item.key : undefined
    return typeof key === 'string' || typeof key === 'number' ? key : []
  })
}

/** The last key of the path, with the numbers after it: `primary_keys[1]: `. */
function labelOf(path: YamlPath): string {
  const last = path.findLastIndex((part) => typeof part === 'string')
  if (path.length === 0) return ''
  const numbers = path.slice(last + 1).map((part) => `[${part}]`)
  return `${path[last] ?? ''}${numbers.join('')}: `
}
