import { LoadtestError } from '../loadtest-error.js'
import { quoteText } from './quote.js'
import type { TypedColumn } from './typed-table.js'

/** Texts that are shorter have letters alone. */
const ROOM_FOR_A_NAME = 20

/**
 * SQL for the value of a key column, given SQL for its number from 1 up to `count`. A column that refers to the key
 * gives the same value for the same number.
 *
 * @throws {LoadtestError} When the type has no room for so many, or is none that a key has.
 */
export function keyValue({ name, type }: TypedColumn, number: string, count: number): string {
  const { kind, most = Infinity, postgres } = type
  const room = kind === 'text' ? 10 ** most : most
  if (kind === 'boolean' || kind === 'json' || kind === 'interval') {
    throw new LoadtestError('FILL', `${name}: no key is made of the type ${postgres}`)
  }
  if (count > room) {
    throw new LoadtestError('FILL', `${name}: ${postgres} has no room for ${count} different keys`)
  }
  switch (kind) {
    case 'integer':
    case 'decimal':
    case 'double':
      return `(${number})::${postgres}`
    case 'date':
      return `(date '2000-01-01' + (${number})::int)`
    case 'time':
      return `(timestamp '2000-01-01' + make_interval(secs => ${number}))::${postgres}`
    case 'uuid':
      return `md5(${quoteText(`${name} `)} || (${number}))::uuid`
    case 'bytes':
      return `decode(md5(${quoteText(`${name} `)} || (${number})), 'hex')`
    case 'text':
      return textKey(name, number, count, most)
  }
}

/** `sku-00000042`; in a short column `AAAEC`. */
function textKey(name: string, number: string, count: number, most: number): string {
  const digits = Math.max(8, String(count).length)
  if (
    most >= Math.min(name.length + 1 + digits, ROOM_FOR_A_NAME) &&
    most >= name.length + 1 + digits
  ) {
    return `${quoteText(`${name}-`)} || lpad((${number})::text, ${digits}, '0')`
  }
  const width = Math.min(most, digits)
  return `translate(lpad((${number} - 1)::text, ${width}, '0'), '0123456789', 'ABCDEFGHIJ')`
}
