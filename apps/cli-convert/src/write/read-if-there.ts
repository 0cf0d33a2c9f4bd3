import { readFileSync } from 'node:fs'
import { fileError, isMissing } from '@lakebase/cli-kit'

/** The text of a file that we may write; undefined when there is none. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    const why = error instanceof Error ? error.message : String(error)
    throw fileError('OUTPUT', `${path} cannot be written: ${why}`, undefined, error)
  }
}
