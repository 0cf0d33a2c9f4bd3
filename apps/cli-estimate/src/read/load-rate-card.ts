import { CliError, readInput } from '@lakebase/cli-kit'
import { latestRateCard, parseRateCard, type RateCard, RateCardError } from '@lakebase/pricing'

/** The user's own card, or the newest that we ship. */
export function loadRateCard(file: string | undefined, cwd: string): RateCard {
  if (file === undefined) return latestRateCard
  const { text } = readInput(file, cwd)
  try {
    return parseRateCard(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new CliError(3, [{ ...INVALID, message: `${file} is no JSON: ${error.message}` }])
    }
    if (!(error instanceof RateCardError)) throw error
    const findings = error.issues.map((issue) => ({
      ...INVALID,
      file,
      message: `${issue.path}: ${issue.message}`,
    }))
    throw new CliError(3, findings, { cause: error })
  }
}

const INVALID = { ruleId: 'RATES', level: 'error' } as const
