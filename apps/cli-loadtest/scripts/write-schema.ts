import { writeFileSync } from 'node:fs'
import { reportJsonSchema } from './json-schema.js'

writeFileSync('loadtest.schema.json', `${JSON.stringify(reportJsonSchema(), null, 2)}\n`)
