import type { Finding } from '../finding.js'
import { type SourceText, sourceText } from '../yaml/source-text.js'
import { Secret } from './secret.js'

/** The variables of a `.env` file. Values whose name or form is that of a secret are wrapped. */
export interface ParsedDotEnv {
  readonly values: ReadonlyMap<string, string | Secret>
  readonly findings: readonly Finding[]
}

const ASSIGNMENT = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*/
const SECRET_NAME = /TOKEN|PASSWORD|PASSWD|SECRET|API_?KEY|ACCESS_?KEY|CREDENTIAL/i
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/**
 * Reads `KEY=value` and `export KEY="value"` lines with comments. Double quotes know \n, \t, \" and \\,
 * single quotes know nothing; both may go over several lines. The last of two equal names wins.
 *
 * @param file Name for the findings, which never show a value.
 */
export function parseDotEnv(text: string, file: string): ParsedDotEnv {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const source = sourceText(plain, file)
  const values = new Map<string, string | Secret>()
  const findings: Finding[] = []
  let at = 0
  while (at < plain.length) {
    const line = lineAt(plain, at)
    const match = ASSIGNMENT.exec(line)
    if (!match) {
      if (!/^\s*(?:#.*)?$/.test(line))
        findings.push(problem(source, at, line, 'this line is not NAME=value'))
      at += line.length + 1
      continue
    }
    const [assignment, name = ''] = match
    const value = readValue(plain, at + assignment.length)
    if ('problem' in value) findings.push(problem(source, at, line, value.problem))
    else values.set(name, isSecret(name, value.text) ? new Secret(value.text) : value.text)
    at = value.end
  }
  return { values, findings }
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(at, end === -1 ? text.length : end)
}

type ReadValue = { text: string; end: number } | { problem: string; end: number }

function readValue(text: string, start: number): ReadValue {
  const rest = lineAt(text, start)
  const lineEnd = start + rest.length + 1
  const quote = text.charAt(start)
  if (quote !== '"' && quote !== "'") {
    return { text: rest.replace(/(?:^|\s)#.*$/, '').trim(), end: lineEnd }
  }
  const close = closingQuote(text, start, quote)
  if (close === -1) return { problem: `a ${quote} that is not closed`, end: lineEnd }
  const after = lineAt(text, close + 1)
  const end = close + 1 + after.length + 1
  if (!/^\s*(?:#.*)?$/.test(after)) return { problem: `text after the closing ${quote}`, end }
  const inside = text.slice(start + 1, close)
  return { text: quote === '"' ? unescaped(inside) : inside, end }
}

function closingQuote(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === quote) return at
    if (character === '\\' && quote === '"') at += 1
  }
  return -1
}

function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, character: string) => ESCAPES[character] ?? character)
}

function isSecret(name: string, value: string): boolean {
  return SECRET_NAME.test(name) || sourceText(value, '').secrets.length > 0
}

function problem(source: SourceText, at: number, line: string, message: string): Finding {
  const { excerpt: _, ...place } = source.place(at, at + line.length)
  // The line may be the second half of a secret, so its text is not shown at all.
  return { ruleId: 'LB001', level: 'error', message, ...place }
}
