import { usageError } from '@lakebase/cli-kit'
import { LoadtestError, type Objective, parseObjective } from '@lakebase/loadtest'

/** @throws CliError with exit code 2 for what is no objective */
export function parseObjectives(texts: readonly string[]): readonly Objective[] {
  return texts.map((text) => {
    try {
      return parseObjective(text)
    } catch (error) {
      if (!(error instanceof LoadtestError)) throw error
      throw usageError(`--slo: ${error.message}`)
    }
  })
}
