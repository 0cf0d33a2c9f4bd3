/** Tables of users with what the catalog and the statistics know of them; no table is read. */
export const TABLES_SQL = `
SELECT n.nspname AS schema, c.relname AS name,
       c.reltuples::float8 AS rows,
       pg_total_relation_size(c.oid)::float8 AS bytes,
       pg_indexes_size(c.oid)::float8 AS index_bytes,
       (SELECT count(*) FROM pg_index i WHERE i.indrelid = c.oid)::int AS indexes,
       c.relkind = 'p' AS is_partitioned
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
ORDER BY n.nspname, c.relname`

/** Sizes and rows of the parts of partitioned tables, by their root. */
export const PARTITIONS_SQL = `
SELECT n.nspname AS schema, c.relname AS name,
       sum(greatest(p.reltuples, 0))::float8 AS rows,
       bool_or(p.reltuples < 0) AS is_unknown,
       sum(pg_total_relation_size(p.oid))::float8 AS bytes
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL pg_partition_tree(c.oid) AS tree JOIN pg_class p ON p.oid = tree.relid
WHERE c.relkind = 'p' AND NOT c.relispartition AND tree.isleaf
GROUP BY 1, 2`

export const COLUMNS_SQL = `
SELECT n.nspname AS schema, c.relname AS table, a.attname AS name,
       format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
       s.avg_width::int AS average_bytes, s.null_frac::float8 AS null_fraction, s.n_distinct::float8 AS distinct
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname AND s.attname = a.attname
     AND s.inherited = (c.relkind = 'p')
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
ORDER BY a.attrelid, a.attnum`

/** Keys in order; what is an expression has no name and is not among them. */
export const INDEXES_SQL = `
SELECT n.nspname AS schema, c.relname AS table, i.indisprimary AS is_primary, i.indisunique AS is_unique,
       i.indpred IS NOT NULL AS is_partial, am.amname AS method,
       bool_or(a.attname IS NULL) AS has_expression,
       coalesce(array_agg(a.attname::text ORDER BY k.place) FILTER (WHERE a.attname IS NOT NULL), '{}') AS columns
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am am ON am.oid = x.relam
CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum AND k.attnum > 0
WHERE NOT c.relispartition AND i.indisvalid AND k.place <= i.indnkeyatts
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
GROUP BY i.indexrelid, 1, 2, 3, 4, 5, 6
ORDER BY i.indexrelid`
