import * as v from 'valibot'
import file from '../data/node-runtime.json' with { type: 'json' }

const Dated = v.object({
  value: v.string(),
  source: v.string(),
  asOf: v.pipe(v.string(), v.isoDate()),
  confidence: v.picklist(['H', 'M', 'L']),
})

/** What compute needs for Node.js to run on it; dated, because it ages. */
export const nodeRuntime = v.parse(
  v.object({ environmentVersion: Dated, nodeWheel: Dated, sparkVersion: Dated }),
  file,
)
