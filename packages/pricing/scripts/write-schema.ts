import { writeFileSync } from 'node:fs'
import { rateCardJsonSchema } from './rate-card-json-schema.js'

writeFileSync('rate-card.schema.json', `${JSON.stringify(rateCardJsonSchema(), null, 2)}\n`)
