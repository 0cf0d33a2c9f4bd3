import type { Candidate } from '../candidates/candidate.js'
import { estimateBytes } from '../candidates/estimate-bytes.js'
import type { Server, Table } from '../catalog/catalog.js'
import type { RunSql } from '../run-sql.js'
import { hiddenTrials } from './hidden-trials.js'
import { hypotheticalTrials } from './hypothetical-trials.js'
import { stackedTrials } from './stacked-trials.js'
import type { Refusal, Trial, Trials } from './trial.js'

export interface TrialLimits {
  readonly allowBuild: boolean
  readonly maxBuildBytes: number
  readonly maxIndexBytes: number
}

/** How each candidate is tried: built where that was allowed and is not too much, else by HypoPG. */
export interface Stage {
  readonly show: (candidates: readonly Candidate[]) => Promise<void>
  readonly outcomeOf: (candidate: Candidate) => Trial | Refusal | undefined
  /** Behind the end of the transaction. */
  readonly close: (runSql: RunSql) => Promise<void>
  /** Built or hypothetical; undefined where it cannot be tried. */
  readonly kindOf: (candidate: Candidate) => Trials['kind'] | undefined
}

export function openTrials(runSql: RunSql, server: Server, limits: TrialLimits): Stage {
  let count = 0
  const names = () => `lakebase_trial_index_${count++}`
  const built = server.isSuperuser ? hiddenTrials(runSql, names) : stackedTrials(runSql, names)
  const hypothetical = server.extensions.includes('hypopg') ? hypotheticalTrials(runSql) : undefined
  const mayBuild = ({ bytes }: Table) => limits.allowBuild && bytes <= limits.maxBuildBytes
  const trialsOf = (candidate: Candidate) => {
    if (estimateBytes(candidate) > limits.maxIndexBytes) return undefined
    return mayBuild(candidate.table) ? built : hypothetical
  }
  return {
    close: async (always) => {
      await built.close(always)
      await hypothetical?.close(always)
    },
    kindOf: (candidate) => trialsOf(candidate)?.kind,
    outcomeOf: (candidate) =>
      trialsOf(candidate)?.outcomeOf(candidate) ??
      refusalOf(candidate, trialsOf(candidate), limits),
    show: async (candidates) => {
      for (const trials of [built, hypothetical]) {
        await trials?.show(candidates.filter((one) => trialsOf(one) === trials))
      }
    },
  }
}

function refusalOf(
  candidate: Candidate,
  trials: Trials | undefined,
  { allowBuild, maxBuildBytes, maxIndexBytes }: TrialLimits,
): Refusal | undefined {
  if (trials) return undefined
  const bytes = estimateBytes(candidate)
  if (bytes > maxIndexBytes)
    return { reason: 'too-large', why: `about ${bytes} bytes, the limit is ${maxIndexBytes}` }
  return {
    reason: 'unproven',
    why: allowBuild
      ? `its table has ${candidate.table.bytes} bytes, and no more than ${maxBuildBytes} are built on; HypoPG is not installed`
      : 'HypoPG is not installed, and building it in a rolled-back transaction, while writes wait, was not allowed',
  }
}
