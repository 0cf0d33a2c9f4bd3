import * as v from 'valibot'
import type { AdviceFinding } from '../../advice.js'
import { qualifiedName } from '../../quote.js'
import { percent } from '../format.js'

export const sequencesSchema = v.array(
  v.object({
    schema: v.string(),
    name: v.string(),
    /** Share of its range that is used, or of the column's type where that ends sooner. */
    used: v.number(),
    /** The column that it belongs to. */
    owner: v.nullable(v.string()),
    type: v.nullable(v.string()),
  }),
)

/** $1: schemas. An integer column may end before its bigint sequence does. */
export const SEQUENCES_SQL = `
SELECT coalesce(json_agg(json_build_object(
  'schema', s.schemaname, 'name', s.sequencename, 'owner', o.owner, 'type', o.type,
  'used', (s.last_value::float8 - s.start_value) / nullif(
    least(s.max_value::float8, CASE o.type WHEN 'integer' THEN 2147483647 WHEN 'smallint' THEN 32767
      ELSE 9223372036854775807 END) - s.start_value, 0)
)), '[]')::text AS answer
FROM pg_catalog.pg_sequences s
LEFT JOIN LATERAL (
  SELECT format('%I.%I', c.relname, a.attname) AS owner, format_type(a.atttypid, NULL) AS type
  FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_class c ON c.oid = d.refobjid
  JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE d.objid = format('%I.%I', s.schemaname, s.sequencename)::regclass
    AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') LIMIT 1) o ON true
WHERE s.last_value IS NOT NULL AND s.increment_by > 0 AND NOT s.cycle
  AND s.schemaname = ANY ($1::text[])`

const NEAR_END = 0.5
const AT_END = 0.9

export function sequenceFindings(
  sequences: v.InferOutput<typeof sequencesSchema>,
): readonly AdviceFinding[] {
  return sequences
    .filter(({ used }) => used >= NEAR_END)
    .map(({ schema, name, used, owner, type }) => ({
      ruleId: 'LT210',
      level: used >= AT_END ? 'error' : 'warn',
      message: `${qualifiedName({ schema, name })} has used ${percent(used)} of its numbers${owner === null ? '' : ` (${owner}, ${type ?? ''})`}`,
      hint: 'make column and sequence bigint before the last number: after it every INSERT fails',
    }))
}
