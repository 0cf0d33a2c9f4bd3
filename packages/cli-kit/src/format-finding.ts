import type { PrintableFinding } from './finding.js'
import type { Paint } from './paint.js'

const RANK = { error: 0, warn: 1, note: 2 } as const

/** Most important first; within a level by file, and in its order. */
export function sortFindings<F extends PrintableFinding>(findings: readonly F[]): readonly F[] {
  return [...findings].sort(
    (a, b) =>
      RANK[a.level] - RANK[b.level] ||
      compareText(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  )
}

/** In the same order on every machine, whatever its language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A finding as a good compiler prints it: what, where, the line with a caret, what to do. */
export function formatFinding(finding: PrintableFinding, paint: Paint): string {
  const tint = { error: paint.red, warn: paint.yellow, note: paint.blue }[finding.level]
  const head = `${tint(`${finding.level}[${finding.ruleId}]`)}: ${paint.bold(printable(finding.message))}`
  return [head, ...placeLines(finding, paint), ...adviceLines(finding, paint)].join('\n')
}

/** `2 errors, 1 warning, 3 notes`, or an empty string for none. */
export function countFindings(findings: readonly PrintableFinding[]): string {
  const count = (level: PrintableFinding['level'], word: string) => {
    const n = findings.filter((finding) => finding.level === level).length
    return n === 0 ? [] : [`${n} ${word}${n === 1 ? '' : 's'}`]
  }
  return [...count('error', 'error'), ...count('warn', 'warning'), ...count('note', 'note')].join(
    ', ',
  )
}

function placeLines(finding: PrintableFinding, paint: Paint): string[] {
  if (finding.file === undefined) return []
  const { line, column = 1, length = 1, excerpt } = finding
  if (line === undefined) return [`  ${paint.dim('-->')} ${finding.file}`]
  const gutter = ' '.repeat(String(line).length)
  const where = `${gutter}${paint.dim('-->')} ${finding.file}:${line}:${column}`
  if (excerpt === undefined) return [where]
  const shown = printable(excerpt)
  const caretAt = Math.min(column - 1, shown.length)
  const carets = '^'.repeat(Math.max(1, Math.min(length, shown.length - caretAt)))
  const meant = finding.suggestion === undefined ? '' : ` did you mean "${finding.suggestion}"?`
  return [
    where,
    `${gutter} ${paint.dim('|')}`,
    `${paint.dim(`${line} |`)} ${shown}`,
    `${gutter} ${paint.dim('|')} ${' '.repeat(caretAt)}${paint.yellow(`${carets}${meant}`)}`,
  ]
}

function adviceLines(finding: PrintableFinding, paint: Paint): string[] {
  const row = (label: string, text: string | undefined) =>
    text === undefined ? [] : [`   ${paint.dim('=')} ${label}: ${printable(text)}`]
  const hasCaret = finding.excerpt !== undefined && finding.line !== undefined
  return [
    ...row('did you mean', hasCaret ? undefined : finding.suggestion),
    ...row('expected', finding.expected),
    ...row('why', finding.why),
    ...row('help', finding.hint),
  ]
}

/** One column per character and nothing that moves the cursor: a file must not draw on the terminal. */
function printable(text: string): string {
  return text.replace(/\t/g, ' ').replace(/\p{Cc}/gu, '\u00b7')
}
