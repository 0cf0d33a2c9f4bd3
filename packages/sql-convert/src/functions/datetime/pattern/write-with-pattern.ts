import { quoted } from '../../../postgres/identifier.js'
import { type PatternPart, readPattern } from './read-pattern.js'

/** SQL that writes the timestamp `$1` in a pattern of Spark, or the reason why there is none. */
export function writeWithPattern(
  pattern: string,
): { readonly sql: string } | { readonly refused: string } {
  if (pattern === '') return { sql: 'left($1::text, 0)' }
  const parts = readPattern(pattern)
  if (!parts) return { refused: `the pattern '${pattern}' is not closed` }
  const pieces: string[] = []
  let template = ''
  for (const part of flat(parts)) {
    const piece = pieceOf(part)
    if (piece === undefined) return { refused: `'${textOf(part)}' in the pattern` }
    if ('template' in piece) {
      template += piece.template
      continue
    }
    if (template !== '') pieces.push(`to_char($1, ${quoted(template)})`)
    template = ''
    pieces.push(`(${piece.sql})`)
  }
  if (template !== '' || pieces.length === 0) pieces.push(`to_char($1, ${quoted(template)})`)
  const [only = ''] = pieces
  return { sql: pieces.length === 1 ? only : `(${pieces.join(' || ')})` }
}

/** Optional parts are always written. */
function flat(parts: readonly PatternPart[]): readonly PatternPart[] {
  return parts.flatMap((part) => (part.kind === 'optional' ? flat(part.parts) : [part]))
}

function pieceOf(
  part: PatternPart,
): { readonly template: string } | { readonly sql: string } | undefined {
  if (part.kind === 'literal') {
    return part.text.includes('$') ? undefined : { template: literalTemplate(part.text) }
  }
  if (part.kind === 'optional') return undefined
  const { template, sql } = part.known ?? {}
  if (template !== undefined) return { template }
  return sql === undefined ? undefined : { sql }
}

/** Signs stand for themselves in a template of Postgres; all else is put in its quotes. */
function literalTemplate(text: string): string {
  if (/^[-/:. ,;]+$/.test(text)) return text
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

function textOf(part: PatternPart): string {
  if (part.kind === 'optional') return part.parts.map(textOf).join('')
  return part.kind === 'letters' ? part.letters : part.text
}
