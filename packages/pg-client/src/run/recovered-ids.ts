import { LakebaseError } from '../lakebase-error.js'
import type { RunContext } from './run-context.js'
import { runRead } from './run-statement.js'

export interface RecoveredIds {
  readonly epoch: string
  /** Ids from here on were handed out after the recovery; undefined when that cannot be told any more. */
  readonly nextXid: bigint | undefined
}

interface Answer {
  readonly epoch: string
  readonly nextXid: string
  readonly timeline: number
  readonly checkpoints: string
}

/**
 * Where transaction ids went on when the server recovered from a crash. The recovery ends with a checkpoint
 * that holds it, the first after the statistics were reset. A second one, or another timeline (a standby that
 * was promoted), and it is not known. Measured on PostgreSQL 17.10.
 */
export async function recoveredIds(context: RunContext): Promise<RecoveredIds> {
  const [answer] = await askFor(context)
  if (answer === undefined) return { epoch: '', nextXid: undefined }
  const isFirst = Number(answer.checkpoints) <= 1 && answer.timeline === 1
  return { epoch: answer.epoch, nextXid: isFirst ? idOf(answer.nextXid) : undefined }
}

async function askFor(context: RunContext): Promise<readonly Answer[]> {
  try {
    return await runRead<Answer[]>(
      context,
      (sql) => sql`
        select (select stats_reset::text from pg_stat_bgwriter) as epoch, next_xid as "nextXid",
               timeline_id as timeline,
               (select num_timed + num_requested from pg_stat_checkpointer)::text as checkpoints
        from pg_control_checkpoint()`,
    )
  } catch (error) {
    // Before PostgreSQL 17 the numbers are with the background writer's.
    if (!(error instanceof LakebaseError) || error.sqlState !== '42P01') throw error
    return await runRead<Answer[]>(
      context,
      (sql) => sql`
        select stats_reset::text as epoch, next_xid as "nextXid", timeline_id as timeline,
               (checkpoints_timed + checkpoints_req)::text as checkpoints
        from pg_control_checkpoint(), pg_stat_bgwriter`,
    )
  }
}

/** `0:760`: how often the 32 bits have run over, and they. */
function idOf(text: string): bigint {
  const [rounds = '', low = ''] = text.split(':')
  return BigInt(rounds) * 2n ** 32n + BigInt(low)
}
