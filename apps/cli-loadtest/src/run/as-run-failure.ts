import { CliError } from '@lakebase/cli-kit'
import { LoadtestError } from '@lakebase/loadtest'

/** A run that could not begin, as a failure that the command line prints; any other error as it is. */
export function asRunFailure(error: unknown): unknown {
  if (!(error instanceof LoadtestError)) return error
  const { code, message } = error
  const finding = { ruleId: `LOADTEST_${code}`, level: 'error', message } as const
  return new CliError(exitCode(code), [finding], { cause: error })
}

function exitCode(code: LoadtestError['code']): 2 | 3 | 4 | 5 | 70 {
  switch (code) {
    case 'HISTOGRAM':
      return 3
    case 'OBJECTIVE':
      return 2
    default:
      return 5
  }
}
