import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv } from 'ajv'

type Name = 'advise' | 'compare' | 'history' | 'init' | 'job' | 'run' | 'sweep'

/** What the published schema of a command has against a document that it printed. */
export function schemaErrors(name: Name, text: string): readonly unknown[] {
  const file = resolve(import.meta.dirname, `../schemas/${name}.schema.json`)
  const isValid = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(file, 'utf8')))
  isValid(JSON.parse(text))
  return isValid.errors ?? []
}
