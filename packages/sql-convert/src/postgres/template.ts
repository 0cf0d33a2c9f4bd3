import type { PgTemplateText } from './expression.js'

/**
 * Reads text of ours with `$1`, `$2`, … for arguments and `$*` for all of them from there on.
 * An argument that stands between brackets and commas needs no brackets of its own.
 *
 * @example
 * readTemplate('floor(extract(epoch FROM $1))::bigint').closed // true
 */
export function readTemplate(text: string): PgTemplateText {
  const parts: (string | { readonly argument: number; readonly bracketed: boolean })[] = []
  let at = 0
  for (const found of text.matchAll(/\$(\d+)/g)) {
    const end = found.index + found[0].length
    parts.push(text.slice(at, found.index), {
      argument: Number(found[1]) - 1,
      bracketed: !standsAlone(text, found.index, end),
    })
    at = end
  }
  parts.push(text.slice(at))
  return { parts, closed: isClosed(text) }
}

/** Words behind which, or in front of which, a whole expression may stand. */
const BEFORE = /(?:^|[(,[]|\b(?:WHEN|THEN|ELSE|FROM|SELECT|CASE|WHERE|BY|ON)) *$/
const AFTER = /^ *(?:$|[),\]]|(?:WHEN|THEN|ELSE|END|FROM|WHERE|ORDER|GROUP)\b)/

function standsAlone(text: string, start: number, end: number): boolean {
  return BEFORE.test(text.slice(0, start)) && AFTER.test(text.slice(end))
}

/** A name, call, literal, bracket or CASE … END, and casts of these, with nothing beside it. */
function isClosed(text: string): boolean {
  if (/^CASE\b/.test(text) && /\bEND$/.test(text) && !/\bEND\b.*\bCASE\b/.test(text)) return true
  const rest = withoutBrackets(text.replaceAll(/'[^']*'/g, 'x'))
  return /^(?:INTERVAL )?(?:ARRAY|[\w.$]*)(?:[()[\]])*(?:::[\w ]+(?:[()[\]])*)*$/.test(rest)
}

function withoutBrackets(text: string): string {
  let depth = 0
  let kept = ''
  for (const character of text) {
    if (character === '(' || character === '[') depth++
    if (depth === 0 || '()[]'.includes(character)) kept += depth <= 1 ? character : ''
    if (character === ')' || character === ']') depth--
  }
  return kept
}
