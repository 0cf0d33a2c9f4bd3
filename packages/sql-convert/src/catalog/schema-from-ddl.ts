import { withoutComments } from '../convert/without-comments.js'
import { databricksTables } from './databricks-ddl.js'
import { postgresTables } from './postgres-ddl.js'
import type { SchemaTable } from './schema-table.js'

/**
 * The tables that a script creates, for {@link ConverterOptions}. Statements other than CREATE TABLE,
 * and tables without a list of columns, are passed over. A script is PostgreSQL's when it has types that
 * only PostgreSQL has and nothing that only Databricks has; `TIMESTAMP` is then one without time zone.
 *
 * @throws SchemaError for a CREATE TABLE that cannot be read, or a type that nobody has
 * @example
 * schemaFromDdl('CREATE TABLE shop.orders (id BIGINT, total DECIMAL(10, 2)) USING DELTA')[0]?.columns.length // 2
 */
export function schemaFromDdl(text: string): readonly SchemaTable[] {
  return isPostgresDdl(text) ? postgresTables(text) : databricksTables(text)
}

const ONLY_POSTGRES =
  /\b(?:bytea|character varying|double precision|int[248]|float[48]|jsonb?|(?:big|small)?serial|text|timestamptz|uuid|with(?:out)? time zone)\b|\w\s*\[\s*\d*\s*\]/i
const ONLY_DATABRICKS =
  /\b(?:string|tinyint|timestamp_(?:ntz|ltz)|variant|tblproperties|using\s+(?:delta|iceberg|parquet|csv|json))\b|\b(?:array|map|struct)\s*<|`/i

function isPostgresDdl(text: string): boolean {
  const code = withoutComments(text)
  return ONLY_POSTGRES.test(code) && !ONLY_DATABRICKS.test(code)
}
