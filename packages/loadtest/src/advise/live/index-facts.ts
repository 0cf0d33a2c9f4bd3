import * as v from 'valibot'

export const indexFactsSchema = v.object({
  schema: v.string(),
  table: v.string(),
  name: v.string(),
  definition: v.string(),
  bytes: v.number(),
  scans: v.number(),
  isValid: v.boolean(),
  /** Primary key, UNIQUE, EXCLUDE, or what a replica or a cluster order needs. */
  isNeeded: v.boolean(),
  /** The part behind the table's name. */
  method: v.string(),
  keys: v.array(v.string()),
  include: v.array(v.string()),
  predicate: v.nullable(v.string()),
  /** Being built by another session now. */
  isBuilding: v.boolean(),
})
export type IndexFacts = v.InferOutput<typeof indexFactsSchema>

/** $1: schemas. A key has its class, collation and direction. */
export const INDEX_FACTS_SQL = `
SELECT coalesce(json_agg(json_build_object(
  'schema', n.nspname, 'table', t.relname, 'name', x.relname,
  'definition', pg_catalog.pg_get_indexdef(x.oid),
  'bytes', pg_catalog.pg_relation_size(x.oid),
  'scans', coalesce(u.idx_scan, 0),
  'isValid', i.indisvalid,
  'isNeeded', i.indisunique OR i.indisexclusion OR i.indisreplident OR i.indisclustered
    OR EXISTS (SELECT FROM pg_catalog.pg_constraint o WHERE o.conindid = x.oid)
    OR EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhrelid = x.oid),
  'method', m.amname,
  'keys', (SELECT json_agg(concat_ws(' ', pg_catalog.pg_get_indexdef(x.oid, k, true),
      i.indclass[k - 1], i.indcollation[k - 1], i.indoption[k - 1]) ORDER BY k)
    FROM generate_series(1, i.indnkeyatts) k),
  'include', (SELECT coalesce(json_agg(pg_catalog.pg_get_indexdef(x.oid, k, true) ORDER BY k), '[]')
    FROM generate_series(i.indnkeyatts + 1, i.indnatts) k),
  'predicate', pg_catalog.pg_get_expr(i.indpred, i.indrelid),
  'isBuilding', EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p
    WHERE p.index_relid = x.oid)
) ORDER BY pg_catalog.pg_relation_size(x.oid) DESC, n.nspname, x.relname), '[]')::text AS answer
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid AND x.relkind = 'i'
JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
JOIN pg_catalog.pg_am m ON m.oid = x.relam
JOIN pg_catalog.pg_namespace n ON n.oid = x.relnamespace
LEFT JOIN pg_catalog.pg_stat_user_indexes u ON u.indexrelid = x.oid
WHERE n.nspname = ANY ($1::text[])`
