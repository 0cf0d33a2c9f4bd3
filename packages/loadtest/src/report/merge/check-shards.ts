import { LoadtestError } from '../../loadtest-error.js'
import type { RunReport, Verdict } from '../run-report.js'
import { TOGETHER_MS } from '../verdict/late-start.js'
import { figures } from '../verdict/words.js'
import { firstDifference } from './first-difference.js'

/** Reports of the shards of one run, and what is to be said of them. */
export interface Shards {
  readonly reports: readonly [RunReport, ...RunReport[]]
  readonly missing: readonly number[]
  readonly verdicts: readonly Verdict[]
}

/** @throws LoadtestError `MERGE` when the reports are not shards of one and the same run. */
export function checkShards(reports: readonly RunReport[]): Shards {
  const [first, ...rest] = reports
  if (first === undefined) throw refused('there is no report')
  for (const other of rest) checkSame(first, other)
  const missing = missingShards(reports)
  checkOverlap(reports)
  return {
    reports: [first, ...rest],
    missing,
    verdicts: [
      ...missingVerdict(missing, reports.length),
      ...apartVerdict(reports),
      ...lateVerdicts(reports),
    ],
  }
}

function checkSame(first: RunReport, other: RunReport): void {
  const scenario = firstDifference(first.scenario, other.scenario)
  if (scenario !== undefined)
    throw refused(
      `the scenarios are not the same (${scenario}). Merge joins shards of one run; for two runs take compare`,
    )
  const target = firstDifference(first.target.address, other.target.address)
  if (target !== undefined) throw refused(`they are of different databases${target}`)
}

function missingShards(reports: readonly RunReport[]): readonly number[] {
  const shards = reports.map(({ shard }, index) => {
    if (shard !== undefined) return shard
    throw refused(
      `report ${index + 1} is of no shard: each run of a whole scenario with one seed sends the same statements. Run parts of it, such as --shard 0/2 and --shard 1/2, and merge their own reports`,
    )
  })
  const count = shards[0]?.count ?? 0
  const different = shards.find((shard) => shard.count !== count)
  if (different) throw refused(`one is of ${count} shards, another of ${different.count}`)
  const seen = new Set<number>()
  for (const { index } of shards) {
    if (seen.has(index)) throw refused(`shard ${index}/${count} is there twice`)
    seen.add(index)
  }
  return Array.from({ length: count }, (_, index) => index).filter((index) => !seen.has(index))
}

function checkOverlap(reports: readonly RunReport[]): void {
  const lastStart = Math.max(...reports.map(({ startedAt }) => Date.parse(startedAt)))
  const firstEnd = Math.min(...reports.map(({ endedAt }) => Date.parse(endedAt)))
  if (lastStart < firstEnd) return
  throw refused(
    `one had ended (${new Date(firstEnd).toISOString()}) before another began (${new Date(lastStart).toISOString()}): together they were no load. Start shards at one moment; for runs one after another take compare`,
  )
}

function missingVerdict(missing: readonly number[], there: number): readonly Verdict[] {
  if (missing.length === 0) return []
  const count = missing.length + there
  return [
    {
      ruleId: 'LT116',
      level: 'error',
      message: `Of ${count} shards ${missing.map((index) => `${index}/${count}`).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing: rates and counts are of the ${there} that are here, not of the scenario's load`,
      hint: 'if they ran, merge again with their reports; if not, the database had a smaller load: run again',
    },
  ]
}

function apartVerdict(reports: readonly RunReport[]): readonly Verdict[] {
  const starts = reports.map(({ startedAt }) => Date.parse(startedAt))
  const apartMs = Math.max(...starts) - Math.min(...starts)
  if (apartMs <= TOGETHER_MS) return []
  return [
    {
      ruleId: 'LT117',
      level: 'warn',
      message: `The shards began up to ${figures(apartMs / 1000)} s apart: the load was not whole in the first and the last seconds, and measured stages of some fell into warm-ups of others`,
      hint: 'give all shards one moment to start at, and clocks that agree',
    },
  ]
}

/** What each late shard has said of itself: also where all of them were late together. */
function lateVerdicts(reports: readonly RunReport[]): readonly Verdict[] {
  return reports.flatMap(({ shard, verdicts }) =>
    verdicts
      .filter(({ ruleId }) => ruleId === 'LT118')
      .map((verdict) => ({
        ...verdict,
        message: `Shard ${shard?.index}/${shard?.count}: ${verdict.message}`,
      })),
  )
}

function refused(why: string): LoadtestError {
  return new LoadtestError('MERGE', `These reports cannot be merged: ${why}`)
}
