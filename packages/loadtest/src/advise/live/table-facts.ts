import * as v from 'valibot'

/** What statistics and catalog say of a table; times are ages in days, missing for never. */
export const tableFactsSchema = v.object({
  schema: v.string(),
  name: v.string(),
  rows: v.number(),
  bytes: v.number(),
  scans: v.number(),
  scannedRows: v.number(),
  indexScans: v.number(),
  live: v.number(),
  dead: v.number(),
  changedSinceAnalyze: v.number(),
  analyzedDays: v.nullable(v.number()),
  vacuumedDays: v.nullable(v.number()),
  age: v.number(),
  freezeMaxAge: v.number(),
  columns: v.number(),
  /** Missing where the user may not see them. */
  columnsWithStatistics: v.nullable(v.number()),
  /** Mean bytes of a row's values. */
  width: v.nullable(v.number()),
  hasNulls: v.boolean(),
  /** 10 to 100. */
  fillFactor: v.number(),
})
export type TableFacts = v.InferOutput<typeof tableFactsSchema>

/** $1: schemas. */
export const TABLE_FACTS_SQL = `
SELECT coalesce(json_agg(json_build_object(
  'schema', n.nspname, 'name', c.relname, 'rows', c.reltuples,
  'bytes', pg_catalog.pg_relation_size(c.oid),
  'scans', coalesce(u.seq_scan, 0), 'scannedRows', coalesce(u.seq_tup_read, 0),
  'indexScans', coalesce(u.idx_scan, 0),
  'live', coalesce(u.n_live_tup, 0), 'dead', coalesce(u.n_dead_tup, 0),
  'changedSinceAnalyze', coalesce(u.n_mod_since_analyze, 0),
  'analyzedDays', extract(epoch FROM now() - greatest(u.last_analyze, u.last_autoanalyze)) / 86400,
  'vacuumedDays', extract(epoch FROM now() - greatest(u.last_vacuum, u.last_autovacuum)) / 86400,
  'age', age(c.relfrozenxid),
  'freezeMaxAge', current_setting('autovacuum_freeze_max_age')::int,
  'columns', (SELECT count(*) FROM pg_catalog.pg_attribute a
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
  'columnsWithStatistics', CASE WHEN has_table_privilege(c.oid, 'SELECT') THEN s.columns END, 'width', s.width, 'hasNulls', coalesce(s.nulls > 0, false),
  'fillFactor', coalesce((SELECT option_value::int FROM pg_catalog.pg_options_to_table(c.reloptions)
    WHERE option_name = 'fillfactor'), 100)
) ORDER BY pg_catalog.pg_relation_size(c.oid) DESC, n.nspname, c.relname), '[]')::text AS answer
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_stat_user_tables u ON u.relid = c.oid
CROSS JOIN LATERAL (
  SELECT count(*) AS columns, sum((1 - null_frac) * avg_width) AS width, max(null_frac) AS nulls
  FROM pg_catalog.pg_stats s WHERE s.schemaname = n.nspname AND s.tablename = c.relname AND NOT s.inherited
) s
WHERE c.relkind IN ('r', 'm') AND n.nspname = ANY ($1::text[])`
