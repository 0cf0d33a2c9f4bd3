import {
  byteSize,
  counted,
  formatFinding,
  formatTable,
  type Paint,
  shortened,
  sortFindings,
} from '@lakebase/cli-kit'
import type { Advice, AdviceFinding, Proposal, QueryAdvice } from '@lakebase/loadtest/advise'
import type { AdviceReport } from '../../advise/advice-report.js'
import { figures } from '../format.js'

const LONGEST_ID = 28

/** The advice on one screen: what to create, what it changes, what else is wrong. */
export function renderAdvice(report: AdviceReport, paint: Paint): string {
  const { advice, source, target, exit } = report
  const sections = [
    `${paint.bold(source)}  ${paint.dim(target)}`,
    proposals(report, paint),
    queries(advice, paint),
    ...rejections(advice, paint),
    ...findings(advice, paint),
    paint.dim(`exit ${exit.code}: ${exit.reason}`),
  ]
  return `${sections.join('\n\n')}\n`
}

const PROOFS = {
  built: 'each was built here, in a transaction that was rolled back, and a plan used it',
  hypothetical: 'each was tried with HypoPG, and a plan used it',
  'built and hypothetical': 'each was built here and rolled back, or tried with HypoPG',
  none: 'nothing could be proven here: allow --build, or install HypoPG',
} as const

function proposals({ advice, applied }: AdviceReport, paint: Paint): string {
  const { proposals: all, proof } = advice
  if (all.length === 0) {
    return `${paint.bold('Indexes')}   none to propose  ${paint.dim(proof === 'none' ? PROOFS.none : '')}`.trimEnd()
  }
  return [
    `${paint.bold('Indexes')}   ${counted(all.length, 'proposal')}  ${paint.dim(PROOFS[proof])}`,
    ...all.flatMap((one) => proposalLines(one, advice, applied, paint)),
  ].join('\n')
}

function proposalLines(
  proposal: Proposal,
  { unit }: Advice,
  applied: readonly string[],
  paint: Paint,
): readonly string[] {
  const { name, statement, bytes, saved, writeCost, why, queries: used, makesNeedless } = proposal
  const done = applied.includes(name) ? paint.green('  created') : ''
  const by = used.map(
    ({ id, costBefore, costAfter }) => `${id} ${figures(costBefore)} -> ${figures(costAfter)}`,
  )
  return [
    '',
    `  ${paint.bold(statement)};${done}`,
    `    ${why}`,
    `    ${byteSize(bytes)} · saves ${figures(saved)} ${unit}, its upkeep ${figures(writeCost)} · cost of ${by.join(', ')}`,
    ...(makesNeedless.length > 0 ? [`    makes needless: ${makesNeedless.join(', ')}`] : []),
  ]
}

function queries({ queries: all }: Advice, paint: Paint): string {
  const lines = formatTable(
    [
      { title: 'query' },
      { title: 'weight', align: 'right' },
      { title: 'cost now', align: 'right' },
      { title: 'with all', align: 'right' },
      { title: 'hints' },
    ],
    all.map(queryRow),
  ).map((line) => `  ${line}`)
  return [paint.bold('Queries'), paint.dim(lines[0] ?? ''), ...lines.slice(1)].join('\n')
}

function queryRow(query: QueryAdvice): readonly string[] {
  const head = [shortened(query.id, LONGEST_ID), figures(query.weight)]
  if (query.outcome === 'failed') return [...head, '-', '-', `not planned: ${query.why}`]
  const { before, after, hints } = query
  return [
    ...head,
    figures(before.cost),
    figures(after.cost),
    hints.map(({ ruleId, message }) => `${ruleId} ${message}`).join('; '),
  ]
}

const MOST_REJECTIONS = 5

function rejections({ rejected }: Advice, paint: Paint): readonly string[] {
  if (rejected.length === 0) return []
  const shown = rejected
    .slice(0, MOST_REJECTIONS)
    .map(({ schema, table, definition, why }) => `  ${schema}.${table} ${definition}: ${why}`)
  const rest = rejected.length - shown.length
  return [
    [
      `${paint.bold('Not proposed')}  ${rejected.length}`,
      ...shown,
      ...(rest > 0 ? [`  and ${rest} more: --json has them all`] : []),
    ].join('\n'),
  ]
}

function findings({ findings: all }: Advice, paint: Paint): readonly string[] {
  if (all.length === 0) return []
  const lines = sortFindings<AdviceFinding>(all).map((one) => formatFinding(one, paint))
  return [[paint.bold('Findings'), ...lines].join('\n')]
}
