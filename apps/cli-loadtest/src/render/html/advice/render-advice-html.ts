import {
  dataTable,
  findingItem,
  type Html,
  html,
  reportPage,
  section,
  sortFindings,
} from '@lakebase/cli-kit'
import type { Advice, AdviceFinding } from '@lakebase/loadtest/advise'
import type { AdviceReport } from '../../../advise/advice-report.js'
import { stylesheet } from '../css/stylesheet.js'
import { provenance } from '../provenance.js'
import { proposalsSection } from './proposals-section.js'
import { queriesSection } from './queries-section.js'

/** The advice as one HTML page that needs nothing else. */
export function renderAdviceHtml(report: AdviceReport): string {
  const { advice, generator } = report
  return reportPage({
    title: `${report.source}: advice`,
    generator,
    stylesheet,
    skip: 'Skip to the indexes',
    header: header(report),
    main: html`${proposalsSection(advice)}
${findingsSection(advice)}
${queriesSection(advice)}
${rejectedSection(advice)}`,
    footer: provenance(
      origins(report),
      'Everything that was tried was rolled back; costs are those of the planner of this database.',
    ),
    report,
  })
}

function header({ source, target, advice }: AdviceReport): Html {
  const { proposals, queries, findings } = advice
  const failed = queries.filter(({ outcome }) => outcome === 'failed').length
  const facts = [
    ['Target', target],
    ['Queries', `${queries.length}${failed === 0 ? '' : `, ${failed} not planned`}`],
    ['Findings', String(findings.length)],
  ] as const
  return html`<header class="masthead">
<p class="kind">Lakebase index advice</p>
<h1>${source}</h1>
<p class="headline">${headline(proposals.length)}</p>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd><b>${value}</b></dd></div>`)}</dl>
</header>
`
}

function headline(proposals: number): Html {
  if (proposals === 0) return html`<strong>No index is missing</strong> that a plan would use.`
  return html`<strong class="accent">${proposals} ${proposals === 1 ? 'index' : 'indexes'}</strong> would make these queries cheaper.`
}

function findingsSection({ findings }: Advice): Html {
  const items = sortFindings<AdviceFinding>(findings).map((one) => findingItem(one))
  return section({
    id: 'findings',
    title: 'The database',
    gist:
      items.length === 0 ? 'Nothing else was found.' : 'What else was found, most important first.',
    body: items.length === 0 ? undefined : html`<ol class="findings">${items}</ol>`,
  })
}

function rejectedSection({ rejected }: Advice): Html | undefined {
  if (rejected.length === 0) return undefined
  return section({
    id: 'rejected',
    title: 'Not proposed',
    gist: 'Indexes that were thought of, and why they are not proposed.',
    body: dataTable({
      id: 'rejected-table',
      caption: 'By table',
      columns: [
        { header: 'Table' },
        { header: 'Index', kind: 'text' },
        { header: 'Reason', kind: 'word' },
        { header: 'Why', kind: 'text' },
      ],
      rows: rejected.map(({ schema, table, definition, reason, why }) => ({
        cells: [`${schema}.${table}`, html`<code>${definition}</code>`, reason, why],
      })),
    }),
  })
}

function origins({ target, generatedAt, generator, version, schemaVersion, exit }: AdviceReport) {
  return [
    ['Database', target],
    ['Generated at', generatedAt],
    ['Written by', `${generator} ${version}, report version ${schemaVersion}`],
    ['Result', `${exit.reason} (exit code ${exit.code})`],
  ] as const
}
