import { fileError, type Io, userPath } from '@lakebase/cli-kit'
import { fileHistory, LoadtestError, type RunHistory } from '@lakebase/loadtest'

const FOLDER = '.lakebase/runs'

/** The runs in the folder that the user named, or in the usual one. */
export function openHistory(folder: string | undefined, io: Pick<Io, 'cwd'>): RunHistory {
  return fileHistory(userPath(folder ?? FOLDER, io.cwd))
}

/** A failure of the history as one that the command line prints; any other error as it is. */
export function asHistoryFailure(error: unknown): unknown {
  if (!(error instanceof LoadtestError)) return error
  return fileError(`LOADTEST_${error.code}`, error.message, undefined, error)
}
