import { writeFileSync } from 'node:fs'
import { workloadJsonSchema } from './workload-json-schema.js'

writeFileSync('workload.schema.json', `${JSON.stringify(workloadJsonSchema(), null, 2)}\n`)
