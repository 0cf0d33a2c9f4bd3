import { LakebaseError } from '../lakebase-error.js'
import type { RunContext } from './run-context.js'
import { runRead } from './run-statement.js'

export interface SentCommit {
  readonly xid: string
  /** Of the connection that it was sent on. */
  readonly epoch: string
}

interface Answer {
  readonly status: string | null
  readonly epoch: string
}

/** A COMMIT that is under way this long is on a connection that the server has not missed yet. */
const PATIENCE_MS = 1000
const ASK_AGAIN_MS = 20

/**
 * Whether a COMMIT without an answer took effect. The server is asked by transaction id; one that is still
 * under way is ours alone, and is ended when it does not end by itself.
 *
 * @throws LakebaseError COMMIT_UNKNOWN when the server does not know, or knows of another of that id.
 */
export async function resolveCommit(
  context: RunContext,
  commit: SentCommit,
  cause: unknown,
): Promise<'aborted' | 'committed'> {
  const { clock, emit } = context
  const startMs = clock.now()
  const deadlineMs = context.deadline()
  for (;;) {
    const answer = await ask(context, commit.xid, cause)
    if (answer.status === 'aborted') {
      emit({ type: 'commit.resolved', outcome: 'aborted' })
      return 'aborted'
    }
    if (answer.status === 'committed') {
      // A recovery from a crash can forget an id that was never written down, and give it out again.
      if (answer.epoch !== commit.epoch)
        throw unknown(commit.xid, 'the server crashed meanwhile', cause)
      emit({ type: 'commit.resolved', outcome: 'committed' })
      return 'committed'
    }
    if (answer.status === null) throw unknown(commit.xid, 'the server does not know the id', cause)
    if (clock.now() >= deadlineMs) throw unknown(commit.xid, 'it is still under way', cause)
    if (clock.now() - startMs > PATIENCE_MS) await endBackend(context, commit.xid)
    await clock.sleep(ASK_AGAIN_MS)
  }
}

async function ask(context: RunContext, xid: string, cause: unknown): Promise<Answer> {
  try {
    const [answer] = await runRead<Answer[]>(
      context,
      (sql) => sql`
        select pg_xact_status(${xid}::xid8) as status,
               (select stats_reset::text from pg_stat_bgwriter) as epoch`,
    )
    return answer ?? { status: null, epoch: '' }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'the question failed'
    throw unknown(xid, reason, cause)
  }
}

/** Only the backend that runs this very transaction; ids in pg_stat_activity are the low 32 bits. */
async function endBackend(context: RunContext, xid: string): Promise<void> {
  const low = (BigInt(xid) % 2n ** 32n).toString()
  await runRead(
    context,
    (sql) => sql`
      select pg_terminate_backend(pid) from pg_stat_activity where backend_xid = ${low}::xid`,
  ).catch(() => undefined)
}

function unknown(xid: string, reason: string, cause: unknown): LakebaseError {
  const message = `the answer to COMMIT of transaction ${xid} was lost and its outcome is not known: ${reason}`
  return new LakebaseError('COMMIT_UNKNOWN', message, { sent: 'maybe', xid }, cause)
}
