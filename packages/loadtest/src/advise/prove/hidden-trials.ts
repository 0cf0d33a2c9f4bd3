import { type Candidate, identityOf } from '../candidates/candidate.js'
import type { RunSql } from '../run-sql.js'
import { type BuiltTrial, buildIndex } from './build-index.js'
import { isRefused, type Refusal, type Trials } from './trial.js'

/** Only of those that change: each update makes the server read the index's description again. */
const HIDE_SQL = `
UPDATE pg_catalog.pg_index SET indisvalid = NOT indisvalid
WHERE indexrelid = ANY ($2::int8[]::oid[]) AND indisvalid <> (indexrelid = ANY ($1::int8[]::oid[]))`

/**
 * For a superuser: each index is built once, and those that are not to be seen are marked invalid for
 * the rest of the transaction.
 */
export function hiddenTrials(runSql: RunSql, names: () => string): Trials {
  const outcomes = new Map<string, BuiltTrial | Refusal>()
  const outcomeOf = (candidate: Candidate) => outcomes.get(identityOf(candidate))
  const build = async (candidate: Candidate) => {
    const identity = identityOf(candidate)
    const outcome = outcomes.get(identity) ?? (await buildIndex(runSql, candidate, names()))
    outcomes.set(identity, outcome)
    return outcome
  }
  return {
    kind: 'built',
    close: async () => undefined,
    outcomeOf,
    show: async (candidates) => {
      const shown: number[] = []
      for (const candidate of candidates) {
        const outcome = await build(candidate)
        if (!isRefused(outcome)) shown.push(...outcome.oids)
      }
      const all = [...outcomes.values()].flatMap((one) => (isRefused(one) ? [] : one.oids))
      if (all.length === 0) return
      await runSql(HIDE_SQL, [shown, all])
    },
  }
}
