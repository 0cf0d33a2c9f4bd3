import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CliError } from '../cli-error.js'
import { readDotEnv } from './read-dot-env.js'

const always = () => true
const never = () => false

function folder(text?: string): string {
  const made = mkdtempSync(join(tmpdir(), 'lakebase-env-'))
  if (text !== undefined) writeFileSync(join(made, '.env'), text)
  return made
}

test('the first folder that has a .env counts', () => {
  const values = readDotEnv([folder(), folder('A=1\n'), folder('A=2\n')], always)
  expect(values?.get('A')).toBe('1')
  expect(readDotEnv([folder()], always)).toBeUndefined()
})

test('a broken line is refused, with its place and without its text, when the file is wanted', () => {
  const broken = folder('MODEL_NAME=m\nhunter2 is no assignment\n')
  const wanted = (values: ReadonlyMap<string, unknown>) => values.has('MODEL_NAME')
  const refused = () => readDotEnv([broken], wanted)
  expect(refused).toThrow(CliError)
  expect(refused).toThrow('this line is not NAME=value')
  expect(refused).not.toThrow('hunter2')
  expect(readDotEnv([broken], never)?.get('MODEL_NAME')).toBe('m')
})

test('a .env that is no file, such as the folder of a Python environment, matters only when wanted', () => {
  const made = folder()
  mkdirSync(join(made, '.env'))
  expect(readDotEnv([made], never)).toBeUndefined()
  expect(() => readDotEnv([made], always)).toThrow('cannot be read')
})
