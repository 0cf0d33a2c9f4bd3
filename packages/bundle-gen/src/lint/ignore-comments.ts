import type { Finding } from '../finding.js'
import type { SourceFile } from '../read/source-file.js'
import { bundleRules } from './bundle-rules.js'

const COMMENT = /(?<=^|\s)#\s*lakebase-ignore\b[ \t]*([^\s:]*)[ \t]*:?[ \t]*(.*)$/
/** Without these a file has no meaning, so that a comment cannot silence them. */
const UNSILENCEABLE = new Set(['LB100'])

export interface IgnoreComments {
  /** Whether a comment `# lakebase-ignore ID: reason` stands on the finding's line or above it. */
  readonly silences: (finding: Finding) => boolean
  /** LB118: comments that silence nothing. */
  readonly findings: readonly Finding[]
}

/** Reads the comments of all files of a bundle. */
export function ignoreComments(files: readonly SourceFile[]): IgnoreComments {
  const comments = files.flatMap(commentsOf)
  const silenced = new Set(
    comments.flatMap(({ problem, source, ruleId, lines }) =>
      problem === undefined ? lines.map((line) => `${source.file} ${line} ${ruleId}`) : [],
    ),
  )
  return {
    silences: ({ file, line, ruleId }) => silenced.has(`${file} ${line} ${ruleId}`),
    findings: comments.flatMap((one) => (one.problem === undefined ? [] : [useless(one)])),
  }
}

interface IgnoreComment {
  readonly source: SourceFile
  readonly ruleId: string
  /** Lines whose findings it silences: its own, and the next with content when it stands alone. */
  readonly lines: readonly number[]
  /** Why it silences nothing. */
  readonly problem: string | undefined
  readonly start: number
  readonly end: number
}

function commentsOf(source: SourceFile): readonly IgnoreComment[] {
  const found: IgnoreComment[] = []
  let offset = 0
  for (const [index, line] of source.lines.entries()) {
    const match = line.includes('lakebase-ignore') ? COMMENT.exec(line.trimEnd()) : null
    if (match) {
      const [comment, ruleId = '', reason = ''] = match
      const isAlone = line.slice(0, match.index).trim() === ''
      const lines = isAlone ? [index + 1, nextWithContent(source, index)] : [index + 1]
      const start = offset + match.index
      const end = start + comment.length
      found.push({ source, ruleId, lines, problem: problemOf(ruleId, reason), start, end })
    }
    offset += line.length + 1
  }
  return found
}

function problemOf(ruleId: string, reason: string): string | undefined {
  if (ruleId === '') return 'no rule is named'
  // The files of a bundle may also carry comments for the rules of a workload.
  const isOurs = /^LB1\d\d$/.test(ruleId)
  if (isOurs && !bundleRules.some(({ id }) => id === ruleId)) return `there is no rule ${ruleId}`
  if (reason.trim() === '') return `the reason for ignoring ${ruleId} is missing`
  return UNSILENCEABLE.has(ruleId) ? `${ruleId} cannot be ignored` : undefined
}

function useless({ source, problem = '', start, end }: IgnoreComment): Finding {
  const hint = 'Write it as: # lakebase-ignore LB111: why this is right here'
  return { ruleId: 'LB118', level: 'warn', message: problem, hint, ...source.place(start, end) }
}

function nextWithContent(source: SourceFile, index: number): number {
  let next = index + 1
  while (next < source.lines.length && /^\s*(?:#.*)?$/.test(source.lines[next] ?? '')) next += 1
  return next + 1
}
