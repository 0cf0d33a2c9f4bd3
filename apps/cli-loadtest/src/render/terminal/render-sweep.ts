import { formatTable, type Paint, usdRate } from '@lakebase/cli-kit'
import type { SweepStep } from '@lakebase/loadtest'
import type { SweepReport } from '../../sweep/sweep-report.js'
import { outcomeText } from '../../sweep/sweep-text.js'

import { objectiveText } from '../objective-text.js'
import { stepFigures } from '../step-figures.js'

/** A sweep on one screen: the answer, then each rate that was tried. */
export function renderSweep({ sweep, source, cost, exit }: SweepReport, paint: Paint): string {
  const { scenario, objectives, steps, outcome } = sweep
  const rows = formatTable(
    [
      { title: 'rate/s', align: 'right' },
      { title: 'done/s', align: 'right' },
      { title: 'p50 ms', align: 'right' },
      { title: 'p99', align: 'right' },
      { title: 'failed', align: 'right' },
      { title: '' },
      { title: 'why' },
    ],
    [...steps].sort((a, b) => a.rate - b.rate).map(stepRow),
  ).map((line) => `  ${line}`)
  const [head = '', ...body] = rows
  const wanted = objectives.map(objectiveText).join(', ')
  const price =
    cost?.usdPerMillion === undefined
      ? []
      : [
          `${paint.bold('Cost')}   ${usdRate(Number(cost.usdPerMillion.toPrecision(3)))} a million transactions at that rate, ${cost.cu} CU at list`,
        ]
  const sections = [
    `${paint.bold(scenario.name)}  ${paint.dim(`${source} · ${wanted}`)}`,
    `${paint.bold(outcome.kind === 'knee' ? 'Knee' : 'No knee')}   ${outcomeText(outcome)}`,
    [paint.dim(head), ...body].join('\n'),
    ...price,
    paint.dim(`exit ${exit.code}: ${exit.reason}`),
  ]
  return `${sections.join('\n\n')}\n`
}

function stepRow(step: SweepStep): readonly string[] {
  const { holds, because, phase } = step
  return [
    ...stepFigures(step),
    holds ? 'holds' : 'FAILS',
    [...because, ...(phase === 'confirm' ? ['run again'] : [])].join('; '),
  ]
}
