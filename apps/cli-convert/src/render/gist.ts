import type { ConversionReport } from '../report/conversion-report.js'
import { counted } from './counted.js'

/** The result in one sentence. */
export function gist({ summary }: ConversionReport): string {
  const { statements, files, notConverted, approximate } = summary
  const all = `${counted(statements, 'statement')} of ${counted(files, 'file')}`
  const left = notConverted === 0 ? 'none left over' : `${notConverted} not converted`
  const differ = approximate === 0 ? '' : `, ${approximate} may give other values`
  const byModel = summary.byStatus.converted_by_model
  const model = byModel === 0 ? '' : `, ${byModel} by a model`
  return `${all}: ${left}${differ}${model}`
}

/** What a status means, for those who read it the first time. */
export const STATUS_MEANING = {
  converted: 'by rules',
  converted_by_model: 'a model wrote it, and every check agrees',
  already_postgres: 'PostgreSQL already, left as it is',
  not_applicable: 'nothing to do in Lakebase',
  needs_schema: 'give the columns of its tables with --schema',
  unsupported: 'there is no rule',
  parse_error: 'cannot be read as Databricks SQL',
  verify_failed: 'converted, and a check refuses it',
} as const
