import { arrayOf, decimal, MAX_PRECISION, type SparkType, UNKNOWN } from '../type/spark-type.js'
import type { PostgresToken } from './postgres-tokens.js'

/** PostgreSQL's names of what Spark has too (its documentation, 8. Data Types, 17). */
const SAME: Readonly<Record<string, SparkType>> = {
  bigint: { kind: 'bigint' },
  bigserial: { kind: 'bigint' },
  bool: { kind: 'boolean' },
  boolean: { kind: 'boolean' },
  bytea: { kind: 'binary' },
  date: { kind: 'date' },
  'double precision': { kind: 'double' },
  float: { kind: 'double' },
  float4: { kind: 'float' },
  float8: { kind: 'double' },
  int: { kind: 'int' },
  int2: { kind: 'smallint' },
  int4: { kind: 'int' },
  int8: { kind: 'bigint' },
  integer: { kind: 'int' },
  interval: { kind: 'calendar interval' },
  jsonb: { kind: 'variant' },
  real: { kind: 'float' },
  serial: { kind: 'int' },
  smallint: { kind: 'smallint' },
  smallserial: { kind: 'smallint' },
  text: { kind: 'string' },
  time: { kind: 'time' },
  'time without time zone': { kind: 'time' },
  timestamp: { kind: 'timestamp_ntz' },
  'timestamp with time zone': { kind: 'timestamp' },
  'timestamp without time zone': { kind: 'timestamp_ntz' },
  timestamptz: { kind: 'timestamp' },
  varchar: { kind: 'string' },
  'character varying': { kind: 'string' },
}

/** Those that Spark has nothing for: the column is there, its type is nobody's. */
const NOT_SPARK: ReadonlySet<string> = new Set(
  `bit bit_varying box cidr circle citext hstore inet json line lseg macaddr macaddr8 money name oid
  path pg_lsn point polygon regclass time_with_time_zone timetz tsquery tsvector uuid varbit vector
  xml int4range int8range numrange tsrange tstzrange daterange`.split(/\s+/),
)

const WITH_LENGTH = { char: 'char', character: 'char', bpchar: 'char' } as const
const VARYING = { varchar: 'varchar', 'character varying': 'varchar' } as const

/** The type whose name begins at a token, and the token behind it; no type where the name is not known. */
export function postgresTypeName(
  tokens: readonly PostgresToken[],
  from: number,
): { readonly type?: SparkType; readonly next: number } {
  let next = from
  const at = (offset: number) => tokens[next + offset]?.text
  let name = at(0) ?? ''
  next++
  if (name === 'double' && at(0) === 'precision') next = takeWords(1)
  if ((name === 'character' || name === 'char' || name === 'bit') && at(0) === 'varying') {
    next = takeWords(1)
  }
  const sizes = takeSizes()
  if ((name === 'timestamp' || name === 'time') && /^with(?:out)?$/.test(at(0) ?? '')) {
    next = takeWords(3)
  }
  const element = named(name.replace(/^char varying$/, 'character varying'), sizes)
  const type = takeArray() && element && element !== UNKNOWN ? arrayOf(element) : element
  return { ...(type && { type }), next }

  function takeWords(count: number): number {
    for (let taken = 0; taken < count; taken++) name += ` ${at(taken)}`
    return next + count
  }

  function takeSizes(): readonly number[] {
    if (at(0) !== '(') return []
    const close = tokens.findIndex(({ text }, place) => place > next && text === ')')
    const inside = tokens.slice(next + 1, close === -1 ? tokens.length : close)
    next = close === -1 ? tokens.length : close + 1
    return inside.flatMap(({ text }) => (/^\d+$/.test(text) ? [Number(text)] : []))
  }

  function takeArray(): boolean {
    const start = next
    if (at(0) === 'array') next++
    while (at(0) === '[') {
      const close = tokens.findIndex(({ text }, place) => place > next && text === ']')
      next = close === -1 ? tokens.length : close + 1
    }
    return next > start
  }
}

function named(name: string, [first, second]: readonly number[]): SparkType | undefined {
  if (name === 'numeric' || name === 'decimal' || name === 'dec') {
    // Without a precision there is no limit to it, which Spark does not have.
    const isKnown = first !== undefined && first <= MAX_PRECISION
    return isKnown ? decimal(first, second ?? 0) : UNKNOWN
  }
  if (name === 'float' && first !== undefined && first <= 24) return { kind: 'float' }
  if (Object.hasOwn(WITH_LENGTH, name)) return { kind: 'char', length: first ?? 1 }
  if (Object.hasOwn(VARYING, name) && first !== undefined) return { kind: 'varchar', length: first }
  if (Object.hasOwn(SAME, name)) return SAME[name]
  return NOT_SPARK.has(name.replaceAll(' ', '_')) ? UNKNOWN : undefined
}
