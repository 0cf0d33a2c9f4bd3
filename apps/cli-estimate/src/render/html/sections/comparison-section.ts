import { dataTable, type Html, html, section, share, usd } from '@lakebase/cli-kit'
import type { ComparedLine, Comparison } from '../../../report/estimate-report.js'
import { usdChange } from '../../format.js'

/** What changed since an earlier estimate, and whether a gate lets it pass. */
export function comparisonSection(comparison: Comparison): Html {
  const { before, after, change, changeShare } = comparison
  const part = changeShare === undefined ? '' : ` (${change > 0 ? '+' : ''}${share(changeShare)})`
  return section({
    id: 'comparison',
    title: 'Since the earlier estimate',
    gist: html`${usdChange(change)}${part} a month against <code>${comparison.with}</code>.${gate(comparison)}`,
    body: dataTable({
      id: 'comparison-table',
      caption: 'Expected cost before and after, USD a month',
      columns: [
        { header: 'Line' },
        { header: 'Before', kind: 'number' },
        { header: 'After', kind: 'number' },
        { header: 'Change', kind: 'number' },
      ],
      rows: [
        ...comparison.lines.map((line) => ({ cells: lineCells(line) })),
        { kind: 'total', cells: ['Total', usd(before), usd(after), usdChange(change)] },
      ],
    }),
  })
}

function lineCells({ label, before, after, change }: ComparedLine): readonly string[] {
  const amount = (value: number | undefined) => (value === undefined ? 'none' : usd(value))
  return [label, amount(before), amount(after), usdChange(change)]
}

function gate(comparison: Comparison): Html | undefined {
  if (comparison.gate === undefined) return undefined
  const { maxIncrease, passed } = comparison.gate
  return html` <b class="${passed ? 'passed' : 'error'}">${passed ? 'Passes' : 'Fails'}</b> the gate of at most +${maxIncrease.replace(/^\+/, '')}.`
}
