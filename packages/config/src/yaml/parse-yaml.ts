import * as v from 'valibot'
import type { Finding } from '../finding.js'
import { ignoreFindings } from './ignore-comments.js'
import { type ExplainIssue, issueFindings } from './issue-findings.js'
import { readDocument } from './read-document.js'
import { secretFindings } from './secret-findings.js'
import { sourceText } from './source-text.js'
import { structureFindings } from './structure-findings.js'
import { type YamlSource, yamlSource } from './yaml-source.js'

/** What a YAML file says, or why it cannot be understood. */
export interface ParsedYaml<T> {
  /** Undefined when the file has an error of syntax or shape; a secret in it (LB050) does not hide it. */
  readonly value?: T
  readonly findings: readonly Finding[]
  readonly source: YamlSource
}

/**
 * Reads one YAML file against a valibot schema. Everything that is wrong with it is told at once, each
 * finding with its place; nothing is thrown, whatever the text.
 *
 * @param file Name for the findings; nothing is opened.
 * @example
 * const { value, findings } = parseYaml(v.strictObject({ rate: v.number() }), 'rate: fast', 'load.yml')
 * // value is undefined, findings[0] is LB005 at load.yml:1:7
 */
export function parseYaml<const Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
  file: string,
  explain: ExplainIssue = () => undefined,
): ParsedYaml<v.InferOutput<Schema>> {
  const lines = sourceText(text.replace(/^\uFEFF/, ''), file)
  const { document, data, findings: syntax } = readDocument(lines)
  const source = yamlSource(lines, document, data)
  const before = [...syntax, ...secretFindings(lines), ...ignoreFindings(lines)]
  if (syntax.some(({ level }) => level === 'error')) return { findings: before, source }
  if (data === undefined) return { findings: [...before, emptyFile(source)], source }

  const parsed = v.safeParse(schema, data, { abortPipeEarly: true })
  const structure = structureFindings(schema, data, source)
  const issues = parsed.issues ?? []
  const shape = issues.flatMap((issue) => issueFindings(issue, source, explain))
  const findings = withoutRepeats([...before, ...structure, ...shape])
  return parsed.success && structure.length === 0
    ? { value: parsed.output, findings, source }
    : { findings, source }
}

function emptyFile(source: YamlSource): Finding {
  const message = 'the file is empty'
  return { ruleId: 'LB009', level: 'error', message, ...source.locate([]) }
}

/** An anchored value that is wrong is wrong at each alias; once is enough. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ ruleId, line, column, message }) => {
    const key = `${ruleId} ${line}:${column} ${message}`
    const fresh = !seen.has(key)
    seen.add(key)
    return fresh
  })
}
