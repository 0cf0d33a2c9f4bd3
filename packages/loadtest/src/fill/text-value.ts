import { chance, skewed } from './chance.js'
import type { ColumnType } from './column-type.js'
import { quoteText } from './quote.js'
import { LONG_TEXT, SENTENCES, TEXT_POOLS } from './text-pools.js'
import type { TypedColumn } from './typed-table.js'

const LONG_BYTES = 60
const DEFAULT_LONG_BYTES = 120
const DEFAULT_DISTINCT = 1000

/** SQL for a text as the column's name, length and number of values suggest. */
export function textValue(
  {
    name,
    averageBytes,
    distinctValues,
  }: Pick<TypedColumn, 'name' | 'averageBytes' | 'distinctValues'>,
  { most }: ColumnType,
  salt: number,
): string {
  const value = written()
  return most === undefined ? value : `left(${value}, ${most})`

  function written(): string {
    if (/email/i.test(name)) return `'user' || i || '@example.com'`
    if (/phone/i.test(name)) return `'+49 30 ' || (1000000 + ${skewed(9_000_000, salt, 1)})`
    const pool = TEXT_POOLS.find((one) => one.name.test(name))
    if (pool) {
      const { values } = pool
      return `(ARRAY[${values.map(quoteText).join(', ')}])[1 + ${skewed(values.length, salt)}]`
    }
    if (LONG_TEXT.test(name) || (averageBytes ?? 0) > LONG_BYTES)
      return sentences(averageBytes, salt)
    const distinct = distinctValues ?? DEFAULT_DISTINCT
    return `${quoteText(`${name.replaceAll('_', ' ')} `)} || ${skewed(distinct, salt)}`
  }
}

/** From a tenth of the mean length on, a few of them many times as long. */
function sentences(averageBytes: number | undefined, salt: number): string {
  const mean = averageBytes ?? DEFAULT_LONG_BYTES
  // The mean of chance to the power of 3 is a quarter.
  const length = `${Math.ceil(mean / 10)} + ${skewed(Math.ceil(mean * 3.6), salt, 3)}::int`
  const copies = Math.ceil((mean * 3.7 + SENTENCES.length) / SENTENCES.length)
  const text = copies > 1 ? `repeat(${quoteText(SENTENCES)}, ${copies})` : quoteText(SENTENCES)
  return `substr(${text}, 1 + floor(${SENTENCES.length} * ${chance(salt + 1)})::int, ${length})`
}
