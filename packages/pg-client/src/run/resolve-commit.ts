import { LakebaseError } from '../lakebase-error.js'
import { recoveredIds } from './recovered-ids.js'
import type { RunContext } from './run-context.js'
import { runRead } from './run-statement.js'

export interface SentCommit {
  readonly xid: string
  /** Of the connection that it was sent on. */
  readonly epoch: string
  /** The server has answered something that was sent after this, by our clock. */
  readonly aliveAtMs: number
}

/** `future`: no such id has been handed out. */
type Status = 'aborted' | 'committed' | 'future' | 'in progress' | 'forgotten'

interface Answer {
  readonly status: Status
  readonly epoch: string
  /** How long ago the epoch began. */
  readonly epochAgeMs: number
}

/** A COMMIT that is under way this long is on a connection that the server has not missed yet. */
const PATIENCE_MS = 1000
const ASK_AGAIN_MS = 20
/** Two crashes, a recovery and new transactions between them, do not fit into this. */
const ONE_CRASH_MS = 1000

/**
 * Whether a COMMIT without an answer took effect. The server is asked by transaction id; one that is still
 * under way is ours alone, and is ended when it does not end by itself.
 *
 * @throws LakebaseError COMMIT_UNKNOWN when the server does not know, or may know another of that id.
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
    const status = await statusOf(context, commit).catch((error: unknown) => {
      throw unknown(commit.xid, error instanceof Error ? error.message : 'unknown', cause)
    })
    if (status === 'aborted' || status === 'committed') {
      emit({ type: 'commit.resolved', outcome: status })
      return status
    }
    if (status !== 'in progress') throw unknown(commit.xid, WHY[status], cause)
    if (clock.now() >= deadlineMs) throw unknown(commit.xid, 'it is still under way', cause)
    if (clock.now() - startMs > PATIENCE_MS) await endBackend(context, commit)
    await clock.sleep(ASK_AGAIN_MS)
  }
}

const WHY = {
  forgotten: 'the server does not know the id any more',
  future: 'the server has not handed out the id',
  crashed:
    'the server has crashed, perhaps more than once, and may have handed out ids again since',
}

/** Under way also means: ask again. */
async function statusOf(
  context: RunContext,
  { xid, epoch, aliveAtMs }: SentCommit,
): Promise<Status | 'crashed'> {
  const answer = await ask(context, xid)
  if (answer.epoch === epoch) return answer.status
  // A recovery forgets an id that was never written down, and gives it out again.
  const recovered = await recoveredIds(context)
  if (recovered.epoch !== answer.epoch) return 'in progress'
  if (recovered.nextXid === undefined) {
    // Whoever has the id now, undone it did nothing.
    return answer.status === 'aborted' ? 'aborted' : 'crashed'
  }
  // Not written down, so not committed.
  if (BigInt(xid) >= recovered.nextXid) return 'aborted'
  if (answer.status !== 'committed') return answer.status
  // Of two crashes the first may have forgotten the id, and another transaction have it since.
  const crashedAfterMs = context.clock.now() - aliveAtMs - answer.epochAgeMs
  return crashedAfterMs < ONE_CRASH_MS ? 'committed' : 'crashed'
}

async function ask(context: RunContext, xid: string): Promise<Answer> {
  try {
    const [answer] = await runRead<(Omit<Answer, 'status'> & { status: Status | null })[]>(
      context,
      (sql) => sql`
        select pg_xact_status(${xid}::xid8) as status, stats_reset::text as epoch,
               extract(epoch from clock_timestamp() - stats_reset)::float8 * 1000 as "epochAgeMs"
        from pg_stat_bgwriter`,
    )
    const { status, epoch = '', epochAgeMs = 0 } = answer ?? { status: null }
    return { status: status ?? 'forgotten', epoch, epochAgeMs }
  } catch (error) {
    // "transaction ID is in the future"
    if (!(error instanceof LakebaseError) || error.sqlState !== '22023') throw error
    const [answer] = await runRead<{ epoch: string }[]>(
      context,
      (sql) => sql`select stats_reset::text as epoch from pg_stat_bgwriter`,
    )
    return { status: 'future', epoch: answer?.epoch ?? '', epochAgeMs: 0 }
  }
}

/** Only the backend that runs this very transaction; ids in pg_stat_activity are the low 32 bits. */
async function endBackend(context: RunContext, { xid, epoch }: SentCommit): Promise<void> {
  const low = (BigInt(xid) % 2n ** 32n).toString()
  await runRead(
    context,
    (sql) => sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where backend_xid = ${low}::xid
        and (select stats_reset::text from pg_stat_bgwriter) = ${epoch}`,
  ).catch(() => undefined)
}

function unknown(xid: string, reason: string, cause: unknown): LakebaseError {
  const message = `the answer to COMMIT of transaction ${xid} was lost and its outcome is not known: ${reason}`
  return new LakebaseError('COMMIT_UNKNOWN', message, { sent: 'maybe', xid }, cause)
}
