import * as v from 'valibot'
import { amount, count, oneOrMore, share, text } from './scalars.js'

const column = v.strictObject({
  name: text,
  type: v.pipe(text, v.examples(['BIGINT', 'DECIMAL(10,2)', 'STRING'])),
  nullable: v.exactOptional(v.boolean()),
  average_bytes: v.exactOptional(amount),
  null_fraction: v.exactOptional(share),
  distinct_values: v.exactOptional(count),
})

const indexDefinition = v.strictObject({
  columns: v.pipe(oneOrMore(text), v.minLength(1, 'is empty')),
  unique: v.exactOptional(v.boolean()),
})

/** What a table of Postgres and a synced table have in common. */
export const tableParts = {
  primary_keys: v.nullish(oneOrMore(text)),
  rows: v.exactOptional(count),
  size_gb: v.exactOptional(
    v.pipe(amount, v.description('Size in Postgres in GB, indexes included, when known.')),
  ),
  columns: v.nullish(v.array(column)),
  indexes: v.nullish(v.array(indexDefinition)),
}

export const plainTable = v.pipe(
  v.strictObject({ name: text, ...tableParts }),
  v.description('A table that lives in Postgres only.'),
)
