import * as v from 'valibot'
import { identityOf } from '../candidates/candidate.js'
import { trialIndexSql } from '../candidates/create-index.js'
import { ask } from '../catalog/ask.js'
import type { RunSql } from '../run-sql.js'
import { attempt } from './attempt.js'
import { isRefused, type Refusal, type Trial, type Trials } from './trial.js'

const DROP_SQL = 'SELECT hypopg_drop_index($1::int8::oid)'
const madeSchema = v.object({ oid: v.number(), name: v.string() })
const sizeSchema = v.object({ bytes: v.number() })

interface Hypothetical extends Trial {
  readonly oid: number
}

/** Indexes that HypoPG makes the planner believe in: no lock, no disk, no GIN. They are the session's, not the transaction's. */
export function hypotheticalTrials(runSql: RunSql): Trials {
  const outcomes = new Map<string, Hypothetical | Refusal>()
  let shown = new Set<string>()
  return {
    kind: 'hypothetical',
    close: async (always) => {
      for (const identity of shown) {
        const outcome = outcomes.get(identity)
        if (!outcome || isRefused(outcome)) continue
        // A session that is lost has lost them too.
        await always(DROP_SQL, [outcome.oid]).catch(() => undefined)
      }
    },
    outcomeOf: (candidate) => outcomes.get(identityOf(candidate)),
    show: async (candidates) => {
      const wanted = new Map(candidates.map((one) => [identityOf(one), one]))
      for (const identity of shown) {
        const outcome = outcomes.get(identity)
        if (wanted.has(identity) || !outcome || isRefused(outcome)) continue
        await runSql(DROP_SQL, [outcome.oid])
      }
      for (const [identity, candidate] of wanted) {
        if (shown.has(identity) || isRefused(outcomes.get(identity))) continue
        outcomes.set(identity, await make(runSql, trialIndexSql(candidate)))
      }
      shown = new Set(wanted.keys())
    },
  }
}

async function make(runSql: RunSql, sql: string): Promise<Hypothetical | Refusal> {
  const made = await attempt(runSql, async () => {
    const { oid, name } = await ask(
      runSql,
      madeSchema,
      `SELECT json_build_object('oid', indexrelid::int8, 'name', indexname)::text AS answer FROM hypopg_create_index($1)`,
      [sql],
    )
    const { bytes } = await ask(
      runSql,
      sizeSchema,
      `SELECT json_build_object('bytes', hypopg_relation_size($1::int8::oid))::text AS answer`,
      [oid],
    )
    return { oid, names: [name], bytes }
  })
  return made.done ? made.value : { reason: 'unproven', why: `HypoPG: ${made.message}` }
}
