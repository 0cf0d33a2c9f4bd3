import { isRefusal, type RunSql } from '../run-sql.js'

/** What a step gave, or Postgres' refusal; the transaction goes on in both cases. */
export type Attempt<Value> =
  | { readonly done: true; readonly value: Value }
  | { readonly done: false; readonly code: string; readonly message: string }

/** Runs a step behind a savepoint, which is rolled back when the step is refused or only a trial. */
export async function attempt<Value>(
  runSql: RunSql,
  step: () => Promise<Value>,
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): Promise<Attempt<Value>> {
  await runSql('SAVEPOINT lakebase_attempt')
  try {
    const value = await step()
    if (isTrial) await runSql('ROLLBACK TO SAVEPOINT lakebase_attempt')
    await runSql('RELEASE SAVEPOINT lakebase_attempt')
    return { done: true, value }
  } catch (error) {
    if (!isRefusal(error)) throw error
    await runSql('ROLLBACK TO SAVEPOINT lakebase_attempt')
    await runSql('RELEASE SAVEPOINT lakebase_attempt')
    return { done: false, code: error.code, message: error.message }
  }
}
