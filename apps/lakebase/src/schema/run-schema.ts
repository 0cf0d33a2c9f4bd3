import { didYouMean, type Exit, type Io, usageError } from '@lakebase/cli-kit'
import { schemas } from './schemas.js'

const OK: Exit = { code: 0, reason: 'ok' }

/** `schema workload`; without a name, the names. */
export async function runSchema([name]: readonly string[], io: Io): Promise<Exit> {
  const names = Object.keys(schemas)
  if (name === undefined) {
    io.stdout(`${names.join('\n')}\n`)
    return OK
  }
  const load = schemas[name]
  if (load === undefined) {
    throw usageError(
      `there is no schema ${name}${didYouMean(name, names)}`,
      `schemas: ${names.join(', ')}`,
    )
  }
  io.stdout(`${JSON.stringify(await load(), null, 2)}\n`)
  return OK
}
