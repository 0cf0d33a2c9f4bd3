import { findingItem, type Html, html, reportPage, section } from '@lakebase/cli-kit'
import { sweepJson } from '../../../sweep/sweep-json.js'
import type { SweepReport } from '../../../sweep/sweep-report.js'
import { stylesheet } from '../css/stylesheet.js'
import { provenance } from '../provenance.js'
import { header } from './header.js'
import { ratesSection } from './rates-section.js'
import { stepsSection } from './steps-section.js'

/** A sweep as one HTML page: the answer, the latency and the throughput at each rate. */
export function renderSweepHtml(report: SweepReport): string {
  const { sweep, generator } = report
  return reportPage({
    title: `${sweep.scenario.name}: sweep`,
    generator,
    stylesheet,
    skip: 'Skip to the figures',
    header: header(report),
    main: html`${verdictSection(report)}${ratesSection(sweep)}
${stepsSection(sweep.steps)}`,
    footer: provenance(
      origins(report),
      'Each rate was run for itself behind a warm-up; latencies count from when each arrival was due.',
    ),
    report: JSON.parse(sweepJson(report)),
  })
}

/** What stood in the way of an answer. */
function verdictSection({ sweep: { outcome } }: SweepReport): Html | undefined {
  if (outcome.kind !== 'client') return undefined
  return section({
    id: 'verdicts',
    title: 'Verdict',
    gist: 'The figures beyond the last rate that holds are those of the client.',
    body: html`<ol class="findings">${findingItem(outcome.verdict)}</ol>`,
  })
}

function origins({ source, generatedAt, generator, version, schemaVersion, exit }: SweepReport) {
  return [
    ['Scenario', source],
    ['Generated at', generatedAt],
    ['Written by', `${generator} ${version}, report version ${schemaVersion}`],
    ['Result', `${exit.reason} (exit code ${exit.code})`],
  ] as const
}
