import { decimal, formatTable, type Paint } from '@lakebase/cli-kit'
import type { ReferenceGap } from '../../report/estimate-report.js'
import { indented } from './indented.js'

/** The old accelerator's figures beside ours, the reason of each gap under it. */
export function referenceSection(gaps: readonly ReferenceGap[], paint: Paint): string {
  const rows = formatTable(
    [{ title: 'old figure' }, { title: 'old', align: 'right' }, { title: 'now', align: 'right' }],
    gaps.map(({ key, reference, corrected }) => [
      key,
      decimal(reference),
      corrected === undefined ? '-' : decimal(corrected),
    ]),
  )
  const [head, ...figures] = indented(rows, paint)
  return [
    paint.bold('The old accelerator, and why it differs'),
    head,
    ...figures.flatMap((row, index) => [row, `      ${paint.dim(gaps[index]?.reason ?? '')}`]),
  ].join('\n')
}
