import { renderSarif as sarif } from '@lakebase/cli-kit'
import type { ConversionReport } from '../report/conversion-report.js'
import { conversionRules } from '../report/conversion-rules.js'

/** The findings of a conversion for code scanning. */
export function renderSarif({ findings, version }: ConversionReport): string {
  const titles = new Map(conversionRules.map(({ id, title }) => [id, title]))
  return sarif({ tool: 'lakebase-convert', version, findings, titles })
}
