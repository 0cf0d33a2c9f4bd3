import { formatTable, type Paint, share, usd } from '@lakebase/cli-kit'
import type { Comparison } from '../../report/estimate-report.js'
import { usdChange } from '../format.js'
import { indented } from './indented.js'

/** What changed since an earlier estimate, and whether the gate lets it pass. */
export function comparisonSection(comparison: Comparison, paint: Paint): string {
  const part = comparison.changeShare === undefined ? '' : ` (${share(comparison.changeShare)})`
  const changed = comparison.lines.filter((line) => Math.abs(line.change) >= 0.005)
  const rows = formatTable(
    [
      { title: 'line' },
      { title: 'before', align: 'right' },
      { title: 'after', align: 'right' },
      { title: 'change', align: 'right' },
    ],
    changed.map((line) => [
      line.label,
      line.before === undefined ? '-' : usd(line.before),
      line.after === undefined ? '-' : usd(line.after),
      usdChange(line.change),
    ]),
  )
  const { gate } = comparison
  return [
    `${paint.bold('Change')} ${usdChange(comparison.change)} a month${part} against ${comparison.with}`,
    ...(changed.length === 0 ? ['  no line changed'] : indented(rows, paint)),
    ...(gate === undefined
      ? []
      : [
          `  gate --max-increase ${gate.maxIncrease}: ${gate.passed ? 'passed' : paint.red('failed')}`,
        ]),
  ].join('\n')
}
