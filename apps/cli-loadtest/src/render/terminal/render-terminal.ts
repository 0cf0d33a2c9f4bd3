import { type Paint, usdRate } from '@lakebase/cli-kit'
import type { LoadtestReport } from '../../report/loadtest-report.js'
import { loadText, measuredSpan } from '../load-text.js'
import { errorsSection } from './errors-section.js'
import { objectivesSection } from './objectives-section.js'
import { scriptsTable } from './scripts-table.js'
import { clientSection, databaseSection } from './sides.js'
import { verdictLines } from './verdict-lines.js'

/** A run on one screen: the verdicts, what was measured, both sides, the objectives. */
export function renderTerminal(report: LoadtestReport, paint: Paint): string {
  const { run } = report
  const sections = [
    heading(report, paint),
    ...verdictLines(run.verdicts, paint),
    scriptsTable(run, paint),
    ...errorsSection(run, paint),
    clientSection(run, paint),
    ...databaseSection(run, paint),
    ...costSection(report, paint),
    ...objectivesSection(run, paint),
    paint.dim(`exit ${report.exit.code}: ${report.exit.reason}`),
  ]
  return `${sections.join('\n\n')}\n`
}

function heading({ run, source }: LoadtestReport, paint: Paint): string {
  const { name, load } = run.scenario
  const { address, serverVersion, tls } = run.target
  const where = `${address} · PostgreSQL ${serverVersion}${tls ? ' · TLS' : ''}`
  const shards = run.shards > 1 ? ` · ${run.shards} shards` : ''
  const how = `${loadText(load)} · ${measuredSpan(run)}${shards}`
  const partial = run.complete ? '' : `  ${paint.yellow('partial: interrupted')}`
  return [
    `${paint.bold(name)}${partial}  ${paint.dim(source)}`,
    paint.dim(`  ${where}`),
    paint.dim(`  ${how}`),
  ].join('\n')
}

function costSection({ cost }: LoadtestReport, paint: Paint): readonly string[] {
  if (cost === undefined) return []
  const { cu, usd, usdPerMillion, cloud, region, rateCard } = cost
  const million =
    usdPerMillion === undefined ? '' : ` · ${usdRate(cents(usdPerMillion))} a million transactions`
  return [
    `${paint.bold('Cost')}      ${usdRate(cents(usd))}${million}  ${paint.dim(`${cu} CU on ${cloud} ${region}, list prices of ${rateCard}`)}`,
  ]
}

/** Two figures behind the first that is not zero. */
function cents(amount: number): number {
  return Number(amount.toPrecision(3))
}
