import { type Io, progressLine } from '@lakebase/cli-kit'
import { type Advice, applyAdvice } from '@lakebase/loadtest/advise'
import type { AdviseOptions } from '../commands/advise-command.js'
import type { Session } from '../target/open-session.js'
import { asAdviseFailure } from './as-advise-failure.js'
import { confirm } from './confirm.js'

/**
 * Creates what is proposed, one parsed statement after the other, when a person has said yes to the
 * statements and the database's name. Returns the names of the indexes.
 */
export async function applyProposals(
  { proposals }: Advice,
  { runSql }: Session,
  name: string,
  { yes, quiet }: AdviseOptions,
  io: Io,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (proposals.length === 0) return []
  const statements = proposals.map(({ statement }) => statement)
  for (const statement of statements) io.stderr(`  ${statement};\n`)
  if (!yes && !(await confirm(`Create ${statements.length} on ${name}?`, signal))) return []
  const progress = progressLine(io, quiet)
  try {
    const applied = await applyAdvice(statements, runSql, {
      signal,
      onProgress: ({ done, total, name: index = '' }) =>
        progress.show(`${done} of ${total} ${index}`),
    })
    return applied.map(({ name: index }) => index)
  } catch (error) {
    throw asAdviseFailure(error)
  } finally {
    progress.clear()
  }
}
