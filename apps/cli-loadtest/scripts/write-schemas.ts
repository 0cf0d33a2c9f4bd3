import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonSchemas } from './json-schemas.js'

const folder = 'schemas'
mkdirSync(folder, { recursive: true })
for (const [name, schema] of jsonSchemas()) {
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`)
}
