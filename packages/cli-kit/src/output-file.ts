import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, isAbsolute, join, resolve } from 'node:path'
import { fileError, usageError } from './cli-error.js'

/** Every file that we write bears this, so that a later run knows it may replace it. */
export const GENERATOR = 'Lakebase Accelerator'

/** Where a result goes: `-` is stdout. */
export interface Output<Format extends string> {
  readonly path: string
  readonly format: Format
}

/**
 * Reads `-o` values; the extension names the format, `-` takes the first of them.
 *
 * @param option by which the user gave them, for the error
 */
export function parseOutputs<const Format extends string>(
  paths: readonly string[],
  formats: readonly [Format, ...Format[]],
  option = '--output',
): readonly Output<Format>[] {
  return paths.map((path) => {
    if (path === '-') return { path, format: formats[0] }
    const extension = extname(path).slice(1).toLowerCase()
    const format = formats.find((one) => one === extension)
    if (format !== undefined) return { path, format }
    throw usageError(
      `${option} ${path}: the extension names no format`,
      `use ${formats.map((one) => `.${one}`).join(', ')} or -`,
    )
  })
}

/** The path as the user meant it: relative to where the command was typed. */
export function userPath(path: string, cwd: string): string {
  return isAbsolute(path) ? path : resolve(cwd, path)
}

/** Says before any work whether each file may be written, so that a refusal costs nothing. */
export function checkOutputs(
  outputs: readonly Output<string>[],
  cwd: string,
  force: boolean,
): void {
  for (const { path } of outputs) {
    if (path === '-' || force) continue
    const old = readIfThere(userPath(path, cwd))
    if (old === undefined || old.includes(GENERATOR)) continue
    throw fileError(
      'OUTPUT',
      `${path} exists and was not written by us`,
      'choose another name, or say --force to replace it',
    )
  }
}

/** Writes the whole file or nothing, in a folder that it makes: a reader never sees half of it. */
export function writeFileAtomic(path: string, text: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(temporary, text, { flag: 'wx' })
    moveInto(path, temporary)
  } catch (error) {
    throw fileError('OUTPUT', `${path} cannot be written: ${reason(error)}`, undefined, error)
  }
}

function moveInto(path: string, temporary: string): void {
  try {
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw fileError('OUTPUT', `${path} cannot be written: ${reason(error)}`, undefined, error)
  }
}

/** True for "no such file". */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
