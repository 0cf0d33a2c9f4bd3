import type { Bound } from '../../lower/bound.js'
import { STRING, VOID } from '../../type/spark-type.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

const RULES: readonly FunctionRule[] = [
  {
    signature: 'assert_true(boolean) -> void',
    lower: (call) => call.template('spark_compat.assert_true($1)', call.arguments, VOID),
  },
  {
    signature: 'assert_true(boolean, string) -> void',
    lower: (call) => call.template('spark_compat.assert_true($1, $2)', call.arguments, VOID),
  },
  {
    signature: 'raise_error(string) -> void',
    lower: (call) => call.template('spark_compat.raise_error($1)', call.arguments, VOID),
  },
  { signature: 'uuid() -> string', lower: uuid },
  {
    signature: 'uuid(any) -> string',
    lower: uuid,
    grade: 'approximate',
    because: 'a seed gives other identifiers in Postgres',
  },
  { signature: 'current_user() -> string', sql: 'current_user::text' },
  { signature: 'current_schema() -> string', sql: 'current_schema()::text' },
  { signature: 'current_catalog() -> string', sql: 'current_database()::text' },
  {
    signature: 'version() -> string',
    sql: 'version()',
    grade: 'approximate',
    because: 'version() tells the version of PostgreSQL, not of Spark',
  },
  { signature: 'current_timezone() -> string', sql: "current_setting('TimeZone')" },
]

/** What the session is, and what stops it. */
export const SESSION_RULES: readonly FunctionRule[] = [
  ...RULES,
  ...renamed(RULES, 'current_user', 'user', 'session_user'),
  ...renamed(RULES, 'current_schema', 'current_database'),
]

/** Another value at each call. */
function uuid(call: FunctionCall): Bound {
  return { ...call.template('gen_random_uuid()::text', [], STRING), once: true }
}
