import { counted, dataTable, decimal, type Html, html, section } from '@lakebase/cli-kit'
import type { EstimateReport, ReferenceGap } from '../../../report/estimate-report.js'
import { known } from '../../format.js'

/** The old accelerator's figures beside the corrected ones, each with the reason. */
export function referenceSection(report: EstimateReport): Html | undefined {
  const { reference, referenceGaps } = report
  if (reference === undefined && referenceGaps === undefined) return undefined
  const gaps = referenceGaps ?? []
  return section({
    id: 'reference',
    title: 'The old accelerator’s figures',
    gist:
      gaps.length === 0
        ? 'No figure differs from the corrected one.'
        : `${counted(gaps.length, 'figure')} differ${gaps.length === 1 ? 's' : ''} from the corrected one.`,
    body: html`${gapsTable(gaps)}${allFigures(reference)}`,
  })
}

function gapsTable(gaps: readonly ReferenceGap[]): Html | undefined {
  if (gaps.length === 0) return undefined
  return dataTable({
    id: 'gaps-table',
    caption: 'Old and corrected figures, and why they differ',
    columns: [
      { header: 'Figure' },
      { header: 'Old', kind: 'number' },
      { header: 'Corrected', kind: 'number' },
      { header: 'Why', kind: 'text' },
    ],
    rows: gaps.map(({ key, reference, corrected, reason }) => ({
      cells: [
        html`<code>${key}</code>`,
        decimal(reference),
        known(corrected, (value) => decimal(value)),
        reason,
      ],
    })),
  })
}

function allFigures(reference: EstimateReport['reference']): Html | undefined {
  const entries = Object.entries(reference ?? {})
  if (entries.length === 0) return undefined
  const table = dataTable({
    id: 'reference-table',
    compact: true,
    caption: 'Every figure of the old accelerator',
    columns: [{ header: 'Figure' }, { header: 'Old', kind: 'number' }],
    rows: entries.map(([key, value]) => ({ cells: [html`<code>${key}</code>`, decimal(value)] })),
  })
  return html`<details><summary>All ${counted(entries.length, 'old figure')}</summary>${table}</details>`
}
