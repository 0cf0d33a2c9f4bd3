import { html, reportPage } from '@lakebase/cli-kit'
import { jsonDocument } from '../../report/json-document.js'
import type { LoadtestReport } from '../../report/loadtest-report.js'
import { stylesheet } from './css/stylesheet.js'
import { provenance } from './provenance.js'
import { clientSection } from './sections/client-section.js'
import { databaseSection } from './sections/database-section.js'
import { errorsSection } from './sections/errors-section.js'
import { header } from './sections/header.js'
import { latencySection } from './sections/latency-section.js'
import { scriptsSection } from './sections/scripts-section.js'
import { timeSection } from './sections/time-section.js'
import { verdictsSection } from './sections/verdicts-section.js'

/** A run as one HTML page that needs nothing else: verdicts first, then pictures and figures. */
export function renderHtml(report: LoadtestReport): string {
  const { run } = report
  return reportPage({
    title: `${run.scenario.name}: load test`,
    generator: report.generator,
    stylesheet,
    skip: 'Skip to the verdicts',
    header: header(report),
    main: html`${verdictsSection(run)}
${latencySection(run)}
${timeSection(run)}
${scriptsSection(run)}
${errorsSection(run)}
${databaseSection(run)}
${clientSection(run)}`,
    footer: provenance(origins(report), NOTE),
    report: jsonDocument(report),
  })
}

const NOTE = 'Latencies are counted in HdrHistograms of three digits and merge without loss.'

function origins(report: LoadtestReport): readonly (readonly [string, string])[] {
  const { run, generator, version, schemaVersion, generatedAt, exit, source } = report
  return [
    ['Scenario', source],
    ['Seed', String(run.scenario.seed)],
    ['Run', `${run.startedAt} to ${run.endedAt}`],
    ['Generated at', generatedAt],
    ['Written by', `${generator} ${version}, report version ${schemaVersion}`],
    ['Result', `${exit.reason} (exit code ${exit.code})`],
  ]
}
