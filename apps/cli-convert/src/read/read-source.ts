import { closeSync, openSync } from 'node:fs'
import { fileError, isMissing, readToEnd, STDIN, STDIN_NAME, userPath } from '@lakebase/cli-kit'

/** A file of Databricks SQL. */
export interface Source {
  /** As the user knows it. */
  readonly name: string
  /** Where the conversion goes: a path, `-` for stdout, undefined for nowhere. */
  readonly target?: string
  readonly text: string
}

/** Reads a file that must be UTF-8: a byte that is not would come out as another one. */
export function readText(name: string, cwd: string): string {
  const bytes = readBytes(name, cwd)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw fileError(
      'SOURCE',
      `${name} is not UTF-8`,
      'save it as UTF-8; nothing was written',
      error,
    )
  }
}

/** The name of a source for messages. */
export function sourceName(file: string): string {
  return file === '-' ? STDIN_NAME : file
}

function readBytes(name: string, cwd: string): Uint8Array {
  try {
    return name === '-' ? readToEnd(STDIN) : readFile(userPath(name, cwd))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const said = isMissing(error) ? 'there is no such file' : why
    throw fileError('SOURCE', `${name} cannot be read: ${said}`, `looked in ${cwd}`, error)
  }
}

function readFile(path: string): Uint8Array {
  const descriptor = openSync(path, 'r')
  try {
    return readToEnd(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
