/** One `%…` of a format. */
export interface Directive {
  /** Which of the values it writes, from 0 on. */
  readonly argument: number
  readonly flags: string
  /** 0 where there is none. */
  readonly width: number
  readonly precision: number | undefined
  readonly conversion: string
}

const DIRECTIVE = /%(?:(\d+)\$|(<))?([-#+ 0,(]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])|[^%]+|%/g

/** The texts and directives of a format; undefined where it has others. */
export function readFormat(format: string): readonly (Directive | string)[] | undefined {
  const count = { next: 0, last: 0 }
  const parts = [...format.matchAll(DIRECTIVE)].map((found) => readPart(found, count))
  const known = parts.flatMap((part) => (part === undefined ? [] : [part]))
  return known.length === parts.length ? known : undefined
}

function readPart(
  [all, index, again, flags = '', width, precision, conversion]: RegExpMatchArray,
  count: { next: number; last: number },
): Directive | string | undefined {
  if (conversion === undefined) return all === '%' ? undefined : all
  if (conversion === '%' || conversion === 'n') {
    if (all.length > 2) return undefined
    return conversion === 'n' ? '\n' : '%'
  }
  if (index !== undefined) count.last = Number(index) - 1
  else if (again === undefined) count.last = count.next++
  return {
    argument: count.last,
    flags,
    width: Number(width ?? 0),
    precision: precision === undefined ? undefined : Number(precision),
    conversion,
  }
}
