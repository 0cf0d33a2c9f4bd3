import type { Advice } from './advice.js'
import type { AdviseOptions, WorkloadQuery } from './advise-options.js'
import { gatherCandidates } from './candidates/gather-candidates.js'
import { selectiveOnly } from './candidates/selective.js'
import { loadServer } from './catalog/load-catalog.js'
import { choose } from './choose/choose.js'
import { openPlanBook } from './choose/plan-book.js'
import { loadGrammar } from './grammar/parse.js'
import { inspectDatabase } from './live/inspect-database.js'
import { openTrials } from './prove/open-trials.js'
import { makeAdvice } from './report/make-advice.js'
import type { RunSql } from './run-sql.js'
import { inRolledBackTransaction } from './session/in-rolled-back-transaction.js'
import { settled } from './session/settled-options.js'
import { checkQueries } from './workload/check-queries.js'
import { planBefore } from './workload/plan-before.js'
import { prepareWorkload } from './workload/prepare-workload.js'

/**
 * Which indexes a workload is missing, with the proof: each was tried on this database and is used by
 * a plan. Hints on the plans, and what else is wrong with the database. All happens in one transaction
 * that is rolled back; without `allowBuild` no lock is taken that a write would notice.
 *
 * @throws AdviseError; what `runSql` throws when the connection is lost; the signal's reason
 */
export async function advise(
  queries: readonly WorkloadQuery[],
  runSql: RunSql,
  options: AdviseOptions = {},
): Promise<Advice> {
  checkQueries(queries)
  const limits = settled(options)
  const grammar = await loadGrammar()
  const run: RunSql = (sql, parameters) => {
    limits.signal?.throwIfAborted()
    return runSql(sql, parameters)
  }
  let close = async () => {}
  const advice = inRolledBackTransaction(runSql, limits, async () => {
    const server = await loadServer(run)
    // Before anything is tried: indexes of a trial are indexes too.
    const findings = await inspectDatabase(run, server, limits)
    const loaded = await prepareWorkload(run, server, grammar, queries, limits)
    const { catalog, prepared, failed } = loaded
    const stage = openTrials(run, server, limits)
    close = () => stage.close(runSql)
    const book = openPlanBook(run, stage)
    const workload = await planBefore(run, book, prepared, limits)
    const gathered = await selectiveOnly(
      run,
      gatherCandidates(workload.queries, catalog, limits.maxCandidates),
    )
    const choice = await choose({ run, stage, book, workload, gathered, limits })
    return makeAdvice({
      run,
      catalog,
      stage,
      workload: { ...workload, failed: [...failed, ...workload.failed] },
      gathered,
      choice,
      findings,
      order: queries,
      grammar,
    })
  })
  return advice.finally(() => close())
}
