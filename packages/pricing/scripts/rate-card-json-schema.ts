import { toJsonSchema } from '@valibot/to-json-schema'
import { rateCardFileSchema } from '../src/rates/rate-card-file.js'

/** The editor's view of a rate card. Dates, spans and named sources are checked by `parseRateCard` alone. */
export function rateCardJsonSchema() {
  return {
    $id: '@lakebase/pricing/rate-card.schema.json',
    ...toJsonSchema(rateCardFileSchema(), {
      target: 'draft-07',
      typeMode: 'input',
      ignoreActions: ['check', 'finite'],
    }),
  }
}
