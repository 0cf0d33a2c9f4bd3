import type { ScriptPart } from '../sql/split-statements.js'
import type { SqlToken } from '../sql/sql-tokens.js'

/** What the converter writes above a statement whose names it has numbered. */
const LINE = /^--\s*Parameters of statement \d+ \(line \d+\): (.+)$/

/**
 * Files that cli-convert wrote have `$1` in place of names, and say at their head which name each was. The lines are in the
 * order of the statements that have parameters. A `?`, which had no name, is `p1`, `p2` and so on.
 */
export function withConvertedParameters(
  tokens: readonly SqlToken[],
  parts: readonly ScriptPart[],
): readonly ScriptPart[] {
  const lines = tokens.flatMap(({ kind, text }) =>
    kind === 'comment' ? (LINE.exec(text.trimEnd())?.[1] ?? []) : [],
  )
  if (lines.length === 0) return parts
  let line = -1
  return parts.map((part): ScriptPart => {
    if (part.kind === 'meta' || !part.tokens.some(({ kind }) => kind === 'positional')) return part
    line += 1
    const names = namesOf(lines[line] ?? '')
    return { kind: 'sql', tokens: part.tokens.map((token) => named(token, names)) }
  })
}

/** `$1 = :customer_id, $2 = ?` */
function namesOf(line: string): ReadonlyMap<string, string> {
  const pairs = Array.from(
    line.matchAll(/(\$(\d+)) = (?::(\w+)|\?)/g),
    ([, number = '', place = '', name]) => [number, name ?? `p${place}`] as const,
  )
  return new Map(pairs)
}

function named(token: SqlToken, names: ReadonlyMap<string, string>): SqlToken {
  const name = token.kind === 'positional' ? names.get(token.text) : undefined
  return name === undefined ? token : { ...token, kind: 'parameter', text: name }
}
