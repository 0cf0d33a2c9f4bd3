import { byteSize, counted, decimal, type Paint } from '@lakebase/cli-kit'
import type { RunReport } from '@lakebase/loadtest'
import { duration, percent } from '../format.js'
import { clientText } from '../load-text.js'

/** How the client itself did: whether its own limits are in the figures. */
export function clientSection(run: RunReport, paint: Paint): string {
  const { generator, connecting } = run
  const { cpuShare, loopUtilization, scheduleLag, connectionWait, longestQueue } = generator
  const open = [
    ...(scheduleLag ? [`schedule lag p99 ${duration(scheduleLag.p99)}`] : []),
    ...(connectionWait && connectionWait.max > 0
      ? [`wait for a connection p99 ${duration(connectionWait.p99)}`]
      : []),
    ...(longestQueue > 0 ? [`longest queue ${decimal(longestQueue)}`] : []),
  ]
  const failed = connecting.failed > 0 ? `, ${counted(connecting.failed, 'failure')}` : ''
  const parts = [
    `CPU ${percent(cpuShare)} of a core a worker`,
    `event loop ${percent(loopUtilization)} busy`,
    ...open,
    `opening a connection p50 ${duration(connecting.time.p50)}${failed}`,
  ]
  return `${paint.bold('Client')}    ${paint.dim(clientText(run))}\n  ${parts.join(' · ')}`
}

/** The database's own side of the run, where it may be seen. */
export function databaseSection({ server }: RunReport, paint: Paint): readonly string[] {
  if (server === undefined) return []
  const { commits, rollbacks, cacheHit, temporaryBytes, deadlocks, waits } = server
  const parts = [
    counted(commits, 'commit'),
    ...(rollbacks > 0 ? [counted(rollbacks, 'rollback')] : []),
    `cache hit ${cacheHit === undefined ? '- (nothing was read)' : percent(cacheHit)}`,
    ...(temporaryBytes > 0 ? [`temporary files ${byteSize(temporaryBytes)}`] : []),
    ...(deadlocks > 0 ? [counted(deadlocks, 'deadlock')] : []),
    ...(waits && waits.length > 0 ? [waitsText(waits)] : []),
  ]
  return [`${paint.bold('Database')}  ${parts.join(' · ')}`]
}

/** A session that waits for us is no sign of the database's. */
const IDLE = 'Client:ClientRead'

/** Of the samples of the run's sessions, how many ran and what the others waited for. */
function waitsText(waits: readonly { readonly event: string; readonly samples: number }[]): string {
  const all = waits.reduce((sum, { samples }) => sum + samples, 0)
  const part = (samples: number) => percent(samples / all)
  const running = waits.find(({ event }) => event === 'running')?.samples ?? 0
  const idle = waits.find(({ event }) => event === IDLE)?.samples ?? 0
  const waited = waits
    .filter(({ event }) => event !== 'running' && event !== IDLE)
    .sort((a, b) => b.samples - a.samples)
    .slice(0, 3)
    .map(({ event, samples }) => `${event} ${part(samples)}`)
  return `sessions ran ${part(running)}, idle ${part(idle)}${waited.length === 0 ? '' : `, waited for ${waited.join(', ')}`}`
}
