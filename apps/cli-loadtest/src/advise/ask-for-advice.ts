import { type Io, progressLine } from '@lakebase/cli-kit'
import { type Advice, advise } from '@lakebase/loadtest/advise'
import type { AdviseOptions } from '../commands/advise-command.js'
import type { Session } from '../target/open-session.js'
import { asAdviseFailure } from './as-advise-failure.js'

/** What the database says of the queries, each index tried and rolled back. */
export async function askForAdvice(
  queries: Parameters<typeof advise>[0],
  { runSql }: Session,
  cacheHit: number | undefined,
  { embedded, build, analyze, quiet }: AdviseOptions,
  io: Io,
  signal: AbortSignal,
): Promise<Advice> {
  const progress = progressLine(io, quiet)
  try {
    return await advise(queries, runSql, {
      allowBuild: embedded || build,
      ...(analyze !== undefined && { analyze }),
      ...(cacheHit !== undefined && { cacheHit }),
      signal,
      onProgress: ({ phase, done, total }) => progress.show(`${phase} ${done} of ${total}`),
    })
  } catch (error) {
    throw asAdviseFailure(error)
  } finally {
    progress.clear()
  }
}
