import type { Finding } from '../finding.js'
import type { ColumnTypes } from './column-checks.js'

type Row = Readonly<Record<string, unknown>>

/** What DESCRIBE DETAIL tells; `unknown` is why it tells nothing. */
export interface Described {
  readonly bytes?: number
  readonly changeDataFeed?: boolean
  readonly unknown?: string
}

/** The columns of DESCRIBE TABLE; below them stand empty lines and sections that begin with `#`. */
export function readColumns(rows: readonly Row[]): readonly ColumnTypes[] {
  const end = rows.findIndex(({ col_name: name }) => !name || String(name).startsWith('#'))
  return (end === -1 ? rows : rows.slice(0, end)).map((row) => ({
    name: String(row.col_name),
    type: String(row.data_type),
  }))
}

/** Size and change data feed; drivers give the properties as an object or as JSON. */
export function readDetail([row]: readonly Row[]): Described {
  if (row === undefined) return { unknown: 'the answer is empty' }
  const bytes = readNumber(row.sizeInBytes)
  const feed = readProperties(row.properties)['delta.enableChangeDataFeed']
  return {
    ...(bytes !== undefined && { bytes }),
    ...(row.format === 'delta' && { changeDataFeed: String(feed) === 'true' }),
  }
}

/** A count, which drivers give as a number, a bigint or a text. */
export function readNumber(value: unknown): number | undefined {
  if (value === null || value === undefined || value === '') return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

/** A statement that the warehouse refused: the table is missing, forbidden, or something else is wrong. */
export function answerProblem(source: string, problem: string): Finding {
  const missing = /TABLE_OR_VIEW_NOT_FOUND|not found|does not exist/i.test(problem)
  return {
    ruleId: 'BG080',
    level: 'error',
    message: missing
      ? `${source} does not exist, or you may not see it`
      : `${source} cannot be read`,
    why: problem.split('\n')[0] ?? problem,
    hint: 'it must be there when the bundle is deployed, and readable for who deploys',
  }
}

function readProperties(value: unknown): Row {
  const parsed = typeof value === 'string' ? parseJson(value) : value
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: then there are no properties in it.
    return undefined
  }
}
