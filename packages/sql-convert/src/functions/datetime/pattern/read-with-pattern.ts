import type { PatternField, PatternReading } from './letters.js'
import { type PatternPart, readPattern } from './read-pattern.js'

/**
 * How text in a pattern of Spark is read: what matches the regular expression `shape` (nothing else is
 * accepted, as in Spark) becomes `arrangement`, which Postgres takes as a timestamp.
 */
export interface TextShape {
  readonly shape: string
  readonly arrangement: string
  readonly hasZone: boolean
  /** The name of a zone, arranged likewise. */
  readonly zoneName?: string
}

/** Longest first; several for optional parts. Or the reason why there is none. */
export function readWithPattern(
  pattern: string,
): readonly TextShape[] | { readonly refused: string } {
  const parts = readPattern(pattern)
  if (!parts) return { refused: `the pattern '${pattern}' is not closed` }
  const variants = expand(parts)
  if (variants.length > MAX_VARIANTS) return { refused: `the pattern '${pattern}' is too open` }
  const shapes: TextShape[] = []
  for (const variant of variants) {
    const refused = refusal(variant)
    if (refused !== undefined) return { refused }
    shapes.push(shapeOf(variant))
  }
  return shapes
}

const MAX_VARIANTS = 16

type Piece = { readonly literal: string } | Required<PatternReading> | { readonly unknown: string }

/** All ways to read it: optional parts with and without. More than may be are not counted to the end. */
function expand(parts: readonly PatternPart[]): readonly (readonly Piece[])[] {
  return parts.reduce<readonly (readonly Piece[])[]>(
    (known, part) =>
      known.length > MAX_VARIANTS
        ? known
        : known.flatMap((start) => forms(part).map((form) => [...start, ...form])),
    [[]],
  )
}

function forms(part: PatternPart): readonly (readonly Piece[])[] {
  if (part.kind === 'literal') return [[{ literal: part.text }]]
  if (part.kind === 'optional') return [...expand(part.parts), []]
  const read = part.known?.read
  return [[read ? { before: '', behind: '', ...read } : { unknown: part.letters }]]
}

function refusal(pieces: readonly Piece[]): string | undefined {
  for (const [place, piece] of pieces.entries()) {
    if ('unknown' in piece) return `the pattern letters ${piece.unknown}, which cannot be read`
    const next = pieces[place + 1]
    if (next && isOpen(piece) && 'field' in next && /^\\d/.test(next.shape)) {
      return 'a pattern whose numbers of open length stand side by side'
    }
  }
  const fields = pieces.flatMap((piece) => ('field' in piece ? [piece.field] : []))
  if (new Set(fields).size < fields.length) return 'a pattern that has a field twice'
  return fields.length > 9 ? 'a pattern of more than nine fields' : undefined
}

function isOpen(piece: Piece): boolean {
  return 'field' in piece && /^\\d\{\d,|\|\\d$|^0\?/.test(piece.shape) && piece.field !== 'fraction'
}

function shapeOf(pieces: readonly Piece[]): TextShape {
  const places = new Map<PatternField, string>()
  let shape = ''
  for (const piece of pieces) {
    if ('literal' in piece) {
      shape += piece.literal.replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&')
    } else if ('field' in piece) {
      places.set(piece.field, `${piece.before}\\${places.size + 1}`)
      shape += `(${piece.shape})${piece.behind}`
    }
  }
  const zoneName = places.get('zone name')
  const hasLetters = /[a-z]/i.test(shape.replaceAll(/\\./g, ''))
  return {
    shape: `${hasLetters ? '(?i)' : ''}^${shape}$`,
    arrangement: arrangement(places),
    hasZone: places.has('zone') || zoneName !== undefined,
    ...(zoneName !== undefined && { zoneName }),
  }
}

/** Missing fields are those of 1970-01-01 00:00:00. */
function arrangement(places: ReadonlyMap<PatternField, string>): string {
  const of = (field: PatternField, otherwise: string) => places.get(field) ?? otherwise
  const behind = (field: PatternField) => (places.has(field) ? ` ${places.get(field)}` : '')
  const date = places.has('day of year')
    ? `${of('year', '1970')}.${of('day of year', '001')}`
    : `${of('year', '1970')}-${of('month', '01')}-${of('day', '01')}`
  const hour = places.get('hour') ?? places.get('hour of half day')
  const isHalf = !places.has('hour') && places.has('hour of half day')
  const half = isHalf ? ` ${of('half day', 'AM')}` : ''
  const fraction = places.has('fraction') ? `.${places.get('fraction')}` : ''
  const isTimed =
    hour !== undefined || ['minute', 'second', 'fraction'].some((one) => hasField(places, one))
  const time = `${hour ?? '00'}:${of('minute', '00')}:${of('second', '00')}${fraction}${half}`
  const isPlain = !isTimed && !places.has('zone') && !places.has('era')
  return isPlain ? date : `${date} ${time}${behind('zone')}${behind('era')}`
}

function hasField(places: ReadonlyMap<PatternField, string>, field: string): boolean {
  return [...places.keys()].some((one) => one === field)
}
