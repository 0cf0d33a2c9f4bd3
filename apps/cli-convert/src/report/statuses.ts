import type { ConversionStatus } from '@lakebase/sql-convert'

/** Every status, in the order of the tables. */
export const STATUSES = [
  'converted',
  'converted_by_model',
  'already_postgres',
  'not_applicable',
  'needs_schema',
  'unsupported',
  'parse_error',
  'verify_failed',
] as const satisfies readonly ConversionStatus[]

/** Whether somebody has to do something about a statement. */
export function isLeftOver(status: ConversionStatus): boolean {
  return LEFT_OVER.has(status)
}

const LEFT_OVER: ReadonlySet<ConversionStatus> = new Set([
  'needs_schema',
  'parse_error',
  'unsupported',
  'verify_failed',
])
