import { dataTable, type Html, html, section } from '@lakebase/cli-kit'
import type { SweepStep } from '@lakebase/loadtest'
import { stepFigures } from '../../step-figures.js'

const PHASES = {
  climb: 'on the way',
  bisect: 'in between',
  confirm: 'again',
  repeat: 'doubted',
} as const satisfies Record<SweepStep['phase'], string>

/** Every run in figures, by rate. */
export function stepsSection(steps: readonly SweepStep[]): Html {
  const sorted = [...steps].sort((a, b) => a.rate - b.rate)
  return section({
    id: 'steps',
    title: 'Every run',
    gist: 'By rate; one that was run again stands twice.',
    body: dataTable({
      id: 'steps-table',
      caption: 'Times in milliseconds',
      columns: [
        { header: 'Rate/s' },
        { header: 'Done/s', kind: 'number' },
        { header: 'p50', kind: 'number' },
        { header: 'p99', kind: 'number' },
        { header: 'Failed', kind: 'number' },
        { header: 'Result', kind: 'word' },
        { header: 'Run', kind: 'word' },
        { header: 'Why', kind: 'text' },
      ],
      rows: sorted.map((step) => ({ cells: stepCells(step) })),
    }),
  })
}

function stepCells(step: SweepStep) {
  const { holds, because, phase } = step
  return [
    ...stepFigures(step),
    holds ? html`<span class="holds">holds</span>` : html`<span class="fails">fails</span>`,
    PHASES[phase],
    because.join('; '),
  ]
}
