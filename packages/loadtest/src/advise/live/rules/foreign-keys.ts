import * as v from 'valibot'
import type { AdviceFinding } from '../../advice.js'
import { qualifiedName } from '../../quote.js'

export const foreignKeysSchema = v.array(
  v.object({
    schema: v.string(),
    table: v.string(),
    name: v.string(),
    columns: v.string(),
    referenced: v.string(),
  }),
)

/** $1: schemas, $2: fewest pages. Foreign keys whose columns no index begins with. */
export const FOREIGN_KEYS_SQL = `
SELECT coalesce(json_agg(json_build_object(
  'schema', n.nspname, 'table', c.relname, 'name', k.conname, 'referenced', r.relname,
  'columns', (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY p.place)
    FROM unnest(k.conkey) WITH ORDINALITY p (attnum, place)
    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum)
) ORDER BY n.nspname, c.relname, k.conname), '[]')::text AS answer
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_class r ON r.oid = k.confrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE k.contype = 'f' AND k.conparentid = 0 AND c.relpages >= $2::int AND n.nspname = ANY ($1::text[])
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_index i
    WHERE i.indrelid = k.conrelid AND i.indisvalid AND i.indpred IS NULL
      AND (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`

/** A delete of the referenced row reads the whole table for each. */
export function foreignKeyFindings(
  keys: v.InferOutput<typeof foreignKeysSchema>,
): readonly AdviceFinding[] {
  return keys.map(({ schema, table, name, columns, referenced }) => ({
    ruleId: 'LT211',
    level: 'note',
    message: `no index begins with the columns of the foreign key ${name}: each delete and key change in ${referenced} reads all of ${qualifiedName({ schema, name: table })}`,
    hint: `CREATE INDEX CONCURRENTLY ON ${qualifiedName({ schema, name: table })} (${columns}), if rows of ${referenced} are ever deleted`,
  }))
}
