import type { RowList } from 'postgres'
import { LakebaseError } from '../lakebase-error.js'
import { runOnce, runRead } from '../run/run-statement.js'
import { runWrite } from '../run/run-work.js'
import type { Rows, Statement } from '../sql/query.js'
import { refusedOnPool } from '../sql/refusal.js'
import type { OwnPool } from './own-pool.js'

/** Whether it may run as a call of its own, away from a connection. */
export function isReadOrWrite(text: string): boolean {
  return READS.test(text) || WRITES.test(text)
}

const COMMENTS = String.raw`(?:\s|--[^\n]*\n|/\*.*?\*/)*`
const READS = new RegExp(`^${COMMENTS}(select|values|table)\\b`, 'is')
const WRITES = new RegExp(`^${COMMENTS}(insert|update|delete|merge)\\b`, 'is')

/**
 * A statement that came as text, and so without a word on what may be done after a loss. What begins like a
 * read is tried in a read-only session first; what begins like a write is run exactly once; anything else is
 * sent once.
 */
export function runText<T extends Rows>(
  { context, calls }: OwnPool,
  text: string,
  statement: Statement<T>,
): Promise<RowList<T>> {
  const refused = refusedOnPool(text)
  if (refused) return Promise.reject(refused)
  if (WRITES.test(text)) return calls.guard('write', () => runWrite(context, statement))
  if (!READS.test(text)) return calls.guard('sql', () => runOnce(context, statement))
  return calls.guard('read', async () => {
    try {
      return await runRead(context, statement)
    } catch (error) {
      // A select that writes: by a function, `for update`, `into`.
      if (!(error instanceof LakebaseError) || error.sqlState !== '25006') throw error
      return runOnce(context, statement)
    }
  })
}
