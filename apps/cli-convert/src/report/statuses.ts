import type { ConversionStatus } from '@lakebase/sql-convert'

/** Every status, in the order of the tables. */
export const STATUSES = [
  'converted',
  'already_postgres',
  'not_applicable',
  'needs_schema',
  'unsupported',
  'parse_error',
] as const satisfies readonly ConversionStatus[]

/** Whether somebody has to do something about a statement. */
export function isLeftOver(status: ConversionStatus): boolean {
  return status === 'needs_schema' || status === 'unsupported' || status === 'parse_error'
}
