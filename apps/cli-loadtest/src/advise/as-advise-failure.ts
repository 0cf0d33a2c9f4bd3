import { CliError } from '@lakebase/cli-kit'
import { AdviseError } from '@lakebase/loadtest/advise'

/** A failure of the library as one that the command line prints; any other error as it is. */
export function asAdviseFailure(error: unknown): unknown {
  if (!(error instanceof AdviseError)) return error
  const { code, message } = error
  const finding = { ruleId: `ADVISE_${code}`, level: 'error', message } as const
  const isRemote = code === 'SERVER_TOO_OLD' || code === 'UNEXPECTED_ANSWER'
  return new CliError(isRemote ? 5 : code === 'SYNTAX' ? 3 : 1, [finding], { cause: error })
}
