import { type Candidate, identityOf } from '../candidates/candidate.js'
import type { RunSql } from '../run-sql.js'
import { type BuiltTrial, buildIndex } from './build-index.js'
import { isRefused, type Refusal, type Trials } from './trial.js'

/**
 * For everybody: each index lies behind a savepoint of its own and is built again when it is wanted
 * again. Rolling back to a savepoint takes no lock, as DROP INDEX would.
 */
export function stackedTrials(runSql: RunSql, names: () => string): Trials {
  const outcomes = new Map<string, BuiltTrial | Refusal>()
  const stack: string[] = []
  return {
    kind: 'built',
    close: async () => undefined,
    outcomeOf: (candidate) => outcomes.get(identityOf(candidate)),
    show: async (candidates) => {
      const wanted = new Map(candidates.map((one) => [identityOf(one), one]))
      const kept = stack.findIndex((identity) => !wanted.has(identity))
      if (kept >= 0) {
        await runSql(`ROLLBACK TO SAVEPOINT lakebase_trial_${kept}`)
        await runSql(`RELEASE SAVEPOINT lakebase_trial_${kept}`)
        stack.length = kept
      }
      for (const [identity, candidate] of wanted) {
        if (stack.includes(identity) || isRefused(outcomes.get(identity))) continue
        await push(identity, candidate)
      }
    },
  }

  async function push(identity: string, candidate: Candidate): Promise<void> {
    await runSql(`SAVEPOINT lakebase_trial_${stack.length}`)
    const outcome = await buildIndex(runSql, candidate, names())
    outcomes.set(identity, outcome)
    if (!isRefused(outcome)) stack.push(identity)
  }
}
