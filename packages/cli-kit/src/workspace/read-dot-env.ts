import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ParsedDotEnv, parseDotEnv } from '@lakebase/config'
import { CliError, fileError } from '../cli-error.js'
import { isMissing } from '../output-file.js'

/** The variables of a `.env`, those that look like a secret wrapped. */
export type DotEnv = ParsedDotEnv['values']

/**
 * The first `.env` in the folders; undefined when none has one.
 *
 * @param isWanted whether something is going to be asked with these variables. A file that cannot be read,
 * or has a broken line, matters only then: a `.env` may be there for other tools.
 * @throws CliError with exit code 3
 */
export function readDotEnv(
  folders: readonly string[],
  isWanted: (values: DotEnv) => boolean,
): DotEnv | undefined {
  for (const folder of folders) {
    const parsed = readOne(join(folder, '.env'), isWanted)
    if (parsed === undefined) continue
    const errors = parsed.findings.filter(({ level }) => level === 'error')
    if (errors.length > 0 && isWanted(parsed.values)) throw new CliError(3, errors)
    return parsed.values
  }
  return undefined
}

function readOne(path: string, isWanted: (values: DotEnv) => boolean): ParsedDotEnv | undefined {
  try {
    return parseDotEnv(readFileSync(path, 'utf8'), path)
  } catch (error) {
    if (isMissing(error) || !isWanted(new Map())) return undefined
    const why = error instanceof Error ? error.message : String(error)
    throw fileError('LB004', `${path} cannot be read: ${why}`, undefined, error)
  }
}
