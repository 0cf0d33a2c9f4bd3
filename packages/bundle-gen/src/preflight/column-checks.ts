import { quotePart } from './quote-source.js'

/** A column as DESCRIBE TABLE gives it. */
export interface ColumnTypes {
  readonly name: string
  readonly type: string
}

/** Types that a synced table cannot have (docs.databricks.com/oltp, synced tables, 2026-08). */
const UNSUPPORTED = /\b(VARIANT|GEOGRAPHY|GEOMETRY|OBJECT)\b/i
const TEXT = /^(STRING|VARCHAR|CHAR)\b/i
const NESTED = /^(ARRAY|MAP|STRUCT)\b/i

/** Whether the type, or one nested in it, cannot be synced. Names of fields are not types. */
export function isUnsupported(type: string): boolean {
  return UNSUPPORTED.test(type.replace(/[`\w]+\s*:/g, ''))
}

function isText({ type }: ColumnTypes): boolean {
  return TEXT.test(type)
}

/** JSON writes the byte as \u0000; char(92) is the backslash, which needs no escape so. */
const ESCAPED_NUL = `char(92) || 'u0000'`

/** True for a row with a 0x00 byte in a text, an array, a map or a struct. */
export function nulCondition(columns: readonly ColumnTypes[] | undefined): string {
  if (columns === undefined) return `contains(to_json(struct(*)), ${ESCAPED_NUL})`
  const conditions = columns.flatMap((column) => {
    const name = quotePart(column.name)
    if (isText(column)) return [`contains(${name}, char(0))`]
    return NESTED.test(column.type) ? [`contains(to_json(${name}), ${ESCAPED_NUL})`] : []
  })
  return conditions.length === 0 ? 'false' : conditions.join(' OR ')
}

/** Bytes of the longest text of a row. */
export function widestExpression(columns: readonly ColumnTypes[]): string {
  const lengths = columns.filter(isText).map(({ name }) => `octet_length(${quotePart(name)})`)
  return lengths.length === 0 ? 'CAST(NULL AS BIGINT)' : `array_max(array(${lengths.join(', ')}))`
}
