/** What to know of the server, one row with a JSON text. */
export const SERVER_SQL = `
SELECT json_build_object(
  'version', current_setting('server_version_num')::int,
  'isSuperuser', (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user),
  'extensions', (SELECT coalesce(json_agg(extname), '[]') FROM pg_catalog.pg_extension),
  'workMem', pg_catalog.pg_size_bytes(current_setting('work_mem')),
  'schemas', (SELECT coalesce(json_agg(nspname), '[]') FROM pg_catalog.pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')
)::text AS answer`

/** Tables and views named $1 (an array), whatever their schema; one row with a JSON text. */
export const TABLES_SQL = `
SELECT coalesce(json_agg(json_build_object(
  'schema', n.nspname, 'name', c.relname, 'kind', c.relkind,
  'isVisible', pg_catalog.pg_table_is_visible(c.oid),
  'rows', CASE WHEN c.relkind = 'p' THEN (
      SELECT coalesce(sum(greatest(l.reltuples, 0)), 0)
      FROM pg_catalog.pg_partition_tree(c.oid) p JOIN pg_catalog.pg_class l ON l.oid = p.relid
      WHERE p.isleaf) ELSE c.reltuples END,
  'bytes', CASE WHEN c.relkind = 'p' THEN (
      SELECT coalesce(sum(pg_catalog.pg_relation_size(p.relid)), 0)
      FROM pg_catalog.pg_partition_tree(c.oid) p WHERE p.isleaf)
    WHEN c.relkind IN ('r', 'm') THEN pg_catalog.pg_relation_size(c.oid) ELSE 0 END,
  'definition', CASE WHEN c.relkind = 'v' THEN pg_catalog.pg_get_viewdef(c.oid) END,
  'columns', (
    SELECT coalesce(json_agg(json_build_object(
      'name', a.attname,
      'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
      'category', t.typcategory,
      'notNull', a.attnotnull,
      'isBytewise', a.attcollation = 0 OR coalesce(
        CASE WHEN l.collprovider = 'd' THEN d.datlocprovider = 'c' AND d.datcollate IN ('C', 'POSIX')
          ELSE l.collprovider = 'c' AND l.collcollate IN ('C', 'POSIX') END, false),
      'width', s.avg_width, 'distinct', s.n_distinct, 'correlation', s.correlation
    ) ORDER BY a.attnum), '[]')
    FROM pg_catalog.pg_attribute a
    JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
    LEFT JOIN pg_catalog.pg_database d ON d.datname = current_database()
    LEFT JOIN pg_catalog.pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname
      AND s.attname = a.attname AND s.inherited = (c.relkind = 'p')
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
  'indexes', (
    SELECT coalesce(json_agg(json_build_object(
      'name', x.relname, 'method', m.amname,
      'isUnique', i.indisunique,
      'isConstraint', EXISTS (SELECT FROM pg_catalog.pg_constraint o WHERE o.conindid = x.oid),
      'isValid', i.indisvalid,
      'bytes', CASE WHEN x.relkind = 'i' THEN pg_catalog.pg_relation_size(x.oid) ELSE 0 END,
      'definition', pg_catalog.pg_get_indexdef(x.oid),
      'predicate', pg_catalog.pg_get_expr(i.indpred, i.indrelid),
      'keys', (
        SELECT json_agg(json_build_object(
          'column', (SELECT a.attname FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = c.oid AND a.attnum = i.indkey[k - 1] AND a.attnum > 0),
          'sql', pg_catalog.pg_get_indexdef(x.oid, k, true),
          'opclass', CASE WHEN NOT q.opcdefault THEN q.opcname END,
          'descending', i.indoption[k - 1] & 1 = 1,
          'nullsFirst', i.indoption[k - 1] & 2 = 2) ORDER BY k)
        FROM generate_series(1, i.indnkeyatts) k
        JOIN pg_catalog.pg_opclass q ON q.oid = i.indclass[k - 1]),
      'include', (
        SELECT coalesce(json_agg(a.attname ORDER BY k), '[]')
        FROM generate_series(i.indnkeyatts + 1, i.indnatts) k
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[k - 1])
    ) ORDER BY x.relname), '[]')
    FROM pg_catalog.pg_index i
    JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
    JOIN pg_catalog.pg_am m ON m.oid = x.relam
    WHERE i.indrelid = c.oid),
  'scans', coalesce(u.seq_scan, 0) + coalesce(u.idx_scan, 0),
  'inserted', coalesce(u.n_tup_ins, 0),
  'updated', coalesce(u.n_tup_upd, 0),
  'updatedHot', coalesce(u.n_tup_hot_upd, 0)
) ORDER BY n.nspname, c.relname), '[]')::text AS answer
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_stat_user_tables u ON u.relid = c.oid
WHERE c.relkind IN ('r', 'p', 'm', 'v') AND c.relname = ANY ($1::text[])
  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_t%'`

/** Names of a schema's relations. */
export const NAMES_SQL = `
SELECT coalesce(json_agg(relname), '[]')::text AS answer FROM pg_catalog.pg_class
WHERE relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = $1::text)`
