import { startDeadline, unlessAborted } from '../http/deadline.js'
import type { SendRequest } from '../http/request.js'
import { type StatementAnswer, statementPath } from './statement-answer.js'

const CANCEL_TIMEOUT_MS = 5_000

/** As good as it can be done: whoever gave up hears why, not that the cancelling failed as well. */
export async function cancelStatement(
  submitted: Promise<StatementAnswer>,
  request: SendRequest,
): Promise<void> {
  const deadline = startDeadline('cancelling', CANCEL_TIMEOUT_MS)
  try {
    const { statement_id } = await unlessAborted(submitted, deadline.signal)
    const path = `${statementPath(statement_id)}/cancel`
    const { signal } = deadline
    await request({ method: 'POST', path, body: {}, idempotent: true, signal })
  } catch {
  } finally {
    deadline.end()
  }
}
