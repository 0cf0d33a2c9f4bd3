import type { RunSql } from './run-sql.js'
import { OURS } from './statement-counters.js'

/** Samples by what a session waited for; `running` for nothing. */
export type WaitSamples = Map<string, number>

/** Looks once at what the sessions of the run are doing; idle ones are not counted. */
export async function sampleWaits(
  runSql: RunSql,
  applicationName: string,
  samples: WaitSamples,
): Promise<void> {
  const rows = await runSql(
    `select ${OURS} coalesce(wait_event_type || ':' || wait_event, 'running') as event, count(*) as sessions
     from pg_stat_activity
     where application_name = ${literal(applicationName)} and state = 'active'
       and pid <> pg_backend_pid() and datname = current_database()
     group by 1`,
  )
  for (const { event, sessions } of rows) {
    const name = event ?? 'running'
    samples.set(name, (samples.get(name) ?? 0) + Number(sessions))
  }
}

/** How many sessions of the run the server still has. */
export async function openSessions(runSql: RunSql, applicationName: string): Promise<number> {
  const [row] = await runSql(
    `select ${OURS} count(*) as sessions from pg_stat_activity
     where application_name = ${literal(applicationName)} and pid <> pg_backend_pid()`,
  )
  return Number(row?.sessions)
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
