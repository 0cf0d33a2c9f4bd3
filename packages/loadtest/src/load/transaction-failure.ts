import type { Batch, Failure, StatementFailure } from '../driver/session.js'
import type { TimedFailure } from './transaction-account.js'

/** Why what runs was cancelled by us. */
export type CancelledFor = 'timeout' | 'interrupted'

/** SQLSTATEs after which the same transaction may well succeed (`errcodes.txt`, classes 40). */
const RETRYABLE: ReadonlySet<string> = new Set(['40001', '40P01'])
const QUERY_CANCELED = '57014'

export const LEFT_OPEN: Failure = {
  code: '25000',
  message: 'the script ended within a transaction, which was rolled back',
}

export function isRetryable({ code }: Failure): boolean {
  return RETRYABLE.has(code)
}

/** What the server refused; what it cancelled because we asked it to is called by our reason. */
export function refusal(
  failure: Failure | StatementFailure,
  batch: Batch | undefined,
  context: { readonly cancelledFor: CancelledFor | undefined; readonly atMs: number },
): TimedFailure {
  const { cancelledFor, atMs } = context
  const statement = 'place' in failure ? batch?.[failure.place] : undefined
  const code = failure.code === QUERY_CANCELED && cancelledFor ? cancelledFor : failure.code
  return { ...(statement !== undefined && { statement }), code, message: failure.message, atMs }
}

/** What went under with its connection. */
export function loss(
  { code, message }: Failure,
  batch: Batch | undefined,
  context: { readonly cancelledFor: CancelledFor | undefined; readonly atMs: number },
): TimedFailure {
  const { cancelledFor = code, atMs } = context
  const statement = batch?.[0]
  return { ...(statement !== undefined && { statement }), code: cancelledFor, message, atMs }
}
