import { quotePart } from './quote-name.js'
import { type DescribedColumn, isSupported, type SupportedColumn } from './table-columns.js'

export function findColumn(
  columns: readonly DescribedColumn[],
  name: string,
): DescribedColumn | undefined {
  return columns.find((column) => column.name.toLowerCase() === name.toLowerCase())
}

/** The columns of a key, undefined when one of them cannot be in a key: unknown, or stored as jsonb. */
export function keyColumns(
  columns: readonly DescribedColumn[],
  names: readonly string[],
): readonly SupportedColumn[] | undefined {
  const found = names.map((name) => findColumn(columns, name))
  const usable = found.flatMap((one) =>
    one && isSupported(one) && one.stored.kind !== 'jsonb' ? [one] : [],
  )
  return usable.length > 0 && usable.length === names.length ? usable : undefined
}

/** `a`, `b` as SQL. */
export function columnList(columns: readonly SupportedColumn[]): string {
  return columns.map(({ name }) => quotePart(name)).join(', ')
}

/** True where one of the columns is null. */
export function anyNull(columns: readonly SupportedColumn[]): string {
  return columns.map(({ name }) => `${quotePart(name)} IS NULL`).join(' OR ')
}

/** True where the key is not all null. */
export function anyNotNull(columns: readonly SupportedColumn[]): string {
  return columns.map(({ name }) => `${quotePart(name)} IS NOT NULL`).join(' OR ')
}

/** True where one of the texts among the columns has a byte 0x00. */
export function anyNulByte(columns: readonly SupportedColumn[]): string {
  return columns
    .filter(({ stored }) => stored.kind === 'bytes' && stored.name === 'text')
    .map(({ name }) => `contains(${quotePart(name)}, char(0))`)
    .join(' OR ')
}
