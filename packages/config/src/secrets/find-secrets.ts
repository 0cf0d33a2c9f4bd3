/** A stretch of text that must not be shown. Offsets count characters, `end` is exclusive. */
export interface SecretSpan {
  readonly start: number
  readonly end: number
  /** What it looks like: `a Databricks token`. */
  readonly kind: string
}

const TOKENS = [
  { kind: 'a Databricks token', pattern: /(?:dapi|dose|dkea|dsapi)[0-9a-f]{12,}(?:-\d+)?/gi },
  { kind: 'a JSON web token', pattern: /\beyJ[\w-]{6,}\.[\w-]{6,}(?:\.[\w-]*)?/g },
  {
    kind: 'a password in a URL',
    pattern: /(?<=\b[a-z][a-z0-9+]{1,20}:\/\/[^\s:/@]{0,200}:)[^\s@]+(?=@)/gi,
  },
  {
    kind: 'a secret in a variable',
    pattern: /(?<=\b[A-Z_]{0,40}(?:PASSWORD|TOKEN|SECRET)[A-Z_]{0,40}=)[^\s$]\S*/g,
  },
] as const

const SECRET_KEY =
  /(?<=^|[\s{,])(["']?[\w.-]*(?:passw(?:or)?d|token|secret|api_?key|access_?key)[\w.-]*(?:["'][ \t]*:|[ \t]*:(?=\s|$)))[ \t]*/gi
/** Nothing, or a reference to a place where the secret is. */
const EMPTY = /^(?:~|null|(["']?)(?:|\$\{[^}]*\}|\{\{[^}]*\}\})\1)$/i
/** The same in a flow map, where more may follow: `{password: ${X}, user: app}`. */
const EMPTY_IN_FLOW = /^(?:~|null|(["']?)(?:|\$\{[^}]*\}|\{\{[^}]*\}\})\1)[ \t]*[,}]/i

/** Finds what looks like a credential, by its form or by the name of the YAML key before it. */
export function findSecrets(text: string): readonly SecretSpan[] {
  const spans = TOKENS.flatMap(({ kind, pattern }) =>
    Array.from(text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      kind,
    })),
  )
  return withoutOverlaps([...spans, ...keyedSecrets(text)])
}

function keyedSecrets(text: string): readonly SecretSpan[] {
  const lines = text.split('\n')
  const spans: SecretSpan[] = []
  let offset = 0
  for (const [index, line] of lines.entries()) {
    const span = keyedSecret(line, offset, (keyColumn) => deeperLines(lines, index + 1, keyColumn))
    if (span) spans.push(span)
    offset += line.length + 1
  }
  return spans
}

/** The value after a key such as `password:`, with what follows on its line and the deeper lines below it. */
function keyedSecret(
  line: string,
  offset: number,
  linesDeeperThan: (column: number) => readonly string[],
): SecretSpan | undefined {
  if (line.length > 10_000 || !line.includes(':')) return undefined
  const text = line.trimEnd()
  for (const match of text.matchAll(SECRET_KEY)) {
    const value = text.slice(match.index + match[0].length)
    if (text.slice(0, match.index).includes('{') && EMPTY_IN_FLOW.test(value)) continue
    const deeper = linesDeeperThan(match.index)
    const written = value.replace(/(?:^|\s)#.*$/, '').trim()
    if (EMPTY.test(written) && deeper.every((next) => next.trim() === '')) continue
    const start = offset + text.length - value.length
    const length = deeper.reduce((sum, next) => sum + next.length + 1, 0)
    const kind = `a value for "${match[0].replace(/["':\s]/g, '')}"`
    return { start, end: offset + line.length + length, kind }
  }
  return undefined
}

/** The lines that belong to the value of a key in that column: a block, or text that goes on. */
function deeperLines(lines: readonly string[], from: number, column: number): readonly string[] {
  const end = lines.findIndex(
    (line, index) => index >= from && line.trim() !== '' && indentOf(line) <= column,
  )
  return lines.slice(from, end === -1 ? lines.length : end)
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

function withoutOverlaps(spans: readonly SecretSpan[]): readonly SecretSpan[] {
  const kept: SecretSpan[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (last && span.start < last.end) {
      kept[kept.length - 1] = { ...last, end: Math.max(last.end, span.end) }
    } else kept.push(span)
  }
  return kept
}
