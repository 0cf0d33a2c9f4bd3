import { writeFileSync } from 'node:fs'
import { scenarioJsonSchema } from './scenario-json-schema.js'

writeFileSync('scenario.schema.json', `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`)
