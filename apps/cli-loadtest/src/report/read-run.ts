import { fileError, readInput } from '@lakebase/cli-kit'
import { LoadtestError, parseReport, type RunReport } from '@lakebase/loadtest'
import * as v from 'valibot'

const Document = v.object({ run: v.looseObject({}) })

/**
 * The run in a file that `run` or `merge` has written.
 *
 * @throws CliError with exit code 3 when it is none
 */
export function readRun(name: string, cwd: string): RunReport {
  const { text } = readInput(name, cwd)
  try {
    return parseReport(runText(text), name)
  } catch (error) {
    if (!(error instanceof LoadtestError)) throw error
    throw fileError('REPORT', error.message, undefined, error)
  }
}

/** What is around a run is taken off; a run alone is read as it is. */
function runText(text: string): string {
  try {
    const document = v.safeParse(Document, JSON.parse(text))
    return document.success ? JSON.stringify(document.output.run) : text
  } catch {
    return text
  }
}
