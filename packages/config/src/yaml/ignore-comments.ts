import type { Finding } from '../finding.js'
import { workloadRules } from '../rules/workload-rules.js'
import type { SourceText } from './source-text.js'
import { UNSILENCEABLE } from './unsilenceable.js'

/** A comment `# lakebase-ignore LB014: reason` that counts: it names a rule and says why. */
export interface IgnoreComment {
  readonly ruleId: string
  /** Lines whose findings it silences: its own, and the next with content when it stands alone. */
  readonly lines: readonly number[]
}

const COMMENT = /(?<=^|\s)#\s*lakebase-ignore\b[ \t]*([^\s:]*)[ \t]*:?[ \t]*(.*)$/

/** The comments that silence something. */
export function ignoreComments(source: SourceText): readonly IgnoreComment[] {
  return matches(source).flatMap(({ ruleId, problem, lines }) =>
    problem === undefined ? { ruleId, lines } : [],
  )
}

/** LB051: comments that silence nothing, with the reason. */
export function ignoreFindings(source: SourceText): readonly Finding[] {
  return matches(source).flatMap(({ problem, start, end }) => {
    if (problem === undefined) return []
    const hint = 'Write it as: # lakebase-ignore LB016: why this is right here'
    const place = source.place(start, end)
    return { ruleId: 'LB051', level: 'warn', message: problem, hint, ...place } as const
  })
}

function matches(source: SourceText) {
  let offset = 0
  const found = []
  for (const [index, line] of source.text.split('\n').entries()) {
    const match = line.includes('lakebase-ignore') ? COMMENT.exec(line.trimEnd()) : null
    if (match) {
      const [comment, ruleId = '', reason = ''] = match
      const start = offset + match.index
      const alone = line.slice(0, match.index).trim() === ''
      const lines = alone ? [index + 1, nextWithContent(source, index)] : [index + 1]
      found.push({
        ruleId,
        problem: problemOf(ruleId, reason),
        lines,
        start,
        end: start + comment.length,
      })
    }
    offset += line.length + 1
  }
  return found
}

/** Rules about the bundle that a workload gives: bundle-gen knows which there are. */
const BUNDLE_RULE = /^BG\d{3}$/

function problemOf(ruleId: string, reason: string): string | undefined {
  if (!BUNDLE_RULE.test(ruleId) && !workloadRules.some(({ id }) => id === ruleId)) {
    return ruleId === '' ? 'no rule is named' : `there is no rule ${ruleId}`
  }
  if (reason.trim() === '') return `the reason for ignoring ${ruleId} is missing`
  // LB009 is an error for an empty file only, and there is nothing to write a comment beside.
  if (UNSILENCEABLE.has(ruleId) && ruleId !== 'LB009') {
    return `${ruleId} cannot be ignored: without it the file has no meaning`
  }
  return undefined
}

function nextWithContent(source: SourceText, index: number): number {
  const rest = source.shownLines.slice(index + 1)
  const next = rest.findIndex((line) => !/^\s*(?:#.*)?$/.test(line))
  return next === -1 ? index + 1 : index + 2 + next
}
