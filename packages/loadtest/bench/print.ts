import type { RateResult } from './fixed-rate.js'
import type { CaseResult, Ratio } from './run-case.js'

export const TITLE = [
  'case'.padEnd(26),
  'per second'.padStart(11),
  'pgbench'.padStart(9),
  'ratio (lowest-highest)'.padStart(24),
  'goal'.padStart(6),
  'CPU us'.padStart(8),
  'pgbench'.padStart(9),
  'ratio'.padStart(6),
  'goal'.padStart(6),
].join(' ')

export function caseLine({ name, ours, pgbench, perSecond, cpu, goal, holds }: CaseResult): string {
  const goalOf = (value: number | undefined) => (value ? value.toFixed(2) : '').padStart(6)
  return [
    name.padEnd(26),
    whole(ours.perSecond).padStart(11),
    (pgbench ? whole(pgbench.perSecond) : '').padStart(9),
    (perSecond ? ratio(perSecond) : '').padStart(24),
    goalOf(goal.perSecond),
    ours.cpuUs.toFixed(1).padStart(8),
    (pgbench ? pgbench.cpuUs.toFixed(1) : '').padStart(9),
    (cpu ? cpu.median.toFixed(2) : '').padStart(6),
    goalOf(goal.cpu),
    holds === undefined || goal.perSecond === 0 ? '' : holds ? ' holds' : ' MISSED',
  ].join(' ')
}

export function rateLines({ rate, rows }: RateResult): readonly string[] {
  return [
    `at ${rate} a second, 8 connections`,
    ...rows.map(({ figure, ours, pgbench, ratio: share }) =>
      [
        `  ${figure}`.padEnd(26),
        ours.toFixed(1).padStart(11),
        (pgbench === undefined ? '' : pgbench.toFixed(1)).padStart(9),
        (share === undefined ? '' : share.toFixed(2)).padStart(24),
      ].join(' '),
    ),
  ]
}

function ratio({ lowest, median, highest }: Ratio): string {
  return `${median.toFixed(2)} (${lowest.toFixed(2)}-${highest.toFixed(2)})`
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}
