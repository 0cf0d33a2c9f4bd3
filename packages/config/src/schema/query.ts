import * as v from 'valibot'
import { amount, oneOrMore, text } from './scalars.js'

export const query = v.pipe(
  v.strictObject({
    name: text,
    sql: v.exactOptional(text),
    file: v.exactOptional(v.pipe(text, v.description('Path beside the workload file.'))),
    weight: v.exactOptional(amount),
    rate_per_second: v.exactOptional(amount),
    expected_ms: v.exactOptional(amount),
    parameters: v.nullish(
      v.pipe(oneOrMore(text), v.description('Names used in the SQL as :name.')),
    ),
  }),
  v.description('A query of the application: sql or file.'),
)
