/** A column's type, of Databricks or of PostgreSQL, taken apart. */
export interface ColumnType {
  /** In PostgreSQL, as Lakebase maps it. */
  readonly postgres: string
  readonly kind:
    | 'integer'
    | 'decimal'
    | 'double'
    | 'boolean'
    | 'text'
    | 'date'
    | 'time'
    | 'uuid'
    | 'bytes'
    | 'json'
    | 'interval'
  /** Of integers the largest value, of decimals and texts what they have room for. */
  readonly most?: number
  readonly scale?: number
  /** Of nested types: elements of an array, values of a map, fields of a struct. */
  readonly nested?: Nested
}

type Nested =
  | { readonly kind: 'array' | 'map'; readonly of: string }
  | {
      readonly kind: 'struct'
      readonly fields: readonly { readonly name: string; readonly type: string }[]
    }

type Parts = { readonly name: string; readonly numbers: readonly number[]; readonly inner: string }

/** Undefined for a type that is not known. The map is that of synced tables (Databricks documentation, 2026-11). */
export function columnType(written: string): ColumnType | undefined {
  const parts = partsOf(written)
  return parts && TYPES[parts.name]?.(parts)
}

function partsOf(written: string): Parts | undefined {
  const text = written.trim().replace(/\s+/g, ' ')
  const match = /^([A-Za-z][\w ]*?)\s*(?:\(([\d, ]*)\)|<(.*)>)?\s*(with(?:out)? time zone)?$/i.exec(
    text,
  )
  if (!match) return undefined
  const [, name = '', numbers = '', inner = '', zone = ''] = match
  const words = `${name} ${zone}`.trim().toLowerCase()
  return {
    name: words,
    numbers: numbers
      .split(',')
      .filter((one) => one.trim() !== '')
      .map(Number),
    inner,
  }
}

const integer = (postgres: string, most: number) => (): ColumnType => ({
  kind: 'integer',
  postgres,
  most,
})
const plain = (kind: ColumnType['kind'], postgres: string) => (): ColumnType => ({ kind, postgres })
const text = ({ name, numbers: [most] }: Parts): ColumnType =>
  most === undefined
    ? { kind: 'text', postgres: 'text' }
    : {
        kind: 'text',
        postgres: `${/^(?:char|character|bpchar)$/.test(name) ? 'character' : 'varchar'}(${most})`,
        most,
      }
const decimal = ({ numbers: [precision = 10, scale = 0] }: Parts): ColumnType => ({
  kind: 'decimal',
  postgres: `numeric(${precision}, ${scale})`,
  most: 10 ** (precision - scale) - 1,
  scale,
})
const nested =
  (kind: 'array' | 'map' | 'struct') =>
  ({ inner }: Parts): ColumnType => {
    const parts = topLevel(inner)
    if (kind === 'struct')
      return { kind: 'json', postgres: 'jsonb', nested: { kind, fields: parts.flatMap(fieldOf) } }
    return { kind: 'json', postgres: 'jsonb', nested: { kind, of: parts.at(-1) ?? 'string' } }
  }
const bigint = integer('bigint', Number.MAX_SAFE_INTEGER)
const int = integer('integer', 2 ** 31 - 1)
const smallint = integer('smallint', 2 ** 15 - 1)
const timestamptz = plain('time', 'timestamptz')
const timestamp = plain('time', 'timestamp')

const TYPES: Readonly<Record<string, (parts: Parts) => ColumnType>> = {
  array: nested('array'),
  bigint,
  bigserial: bigint,
  binary: plain('bytes', 'bytea'),
  bool: plain('boolean', 'boolean'),
  boolean: plain('boolean', 'boolean'),
  bpchar: text,
  byte: integer('smallint', 127),
  bytea: plain('bytes', 'bytea'),
  char: text,
  character: text,
  'character varying': text,
  date: plain('date', 'date'),
  dec: decimal,
  decimal,
  double: plain('double', 'double precision'),
  'double precision': plain('double', 'double precision'),
  float: plain('double', 'real'),
  float4: plain('double', 'real'),
  float8: plain('double', 'double precision'),
  int,
  int2: smallint,
  int4: int,
  int8: bigint,
  integer: int,
  interval: plain('interval', 'interval'),
  json: plain('json', 'json'),
  jsonb: plain('json', 'jsonb'),
  long: bigint,
  map: nested('map'),
  numeric: decimal,
  real: plain('double', 'real'),
  serial: int,
  short: smallint,
  smallint,
  string: text,
  struct: nested('struct'),
  text,
  timestamp: timestamptz,
  'timestamp with time zone': timestamptz,
  'timestamp without time zone': timestamp,
  timestamp_ltz: timestamptz,
  timestamp_ntz: timestamp,
  timestamptz,
  tinyint: integer('smallint', 127),
  uuid: plain('uuid', 'uuid'),
  varchar: text,
}

/** Parts between commas that are in no bracket: of `a: INT, b: MAP<STRING, INT>` two. */
function topLevel(inner: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const letter of inner) {
    if (letter === '<' || letter === '(') depth += 1
    if (letter === '>' || letter === ')') depth -= 1
    if (letter === ',' && depth === 0) parts.push('')
    else parts.push(`${parts.pop() ?? ''}${letter}`)
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** `name: STRING NOT NULL COMMENT 'x'` */
function fieldOf(part: string): readonly { readonly name: string; readonly type: string }[] {
  const match = /^`?([^`:\s]+)`?\s*:\s*(.*?)(?:\s+NOT NULL)?(?:\s+COMMENT\s.*)?$/is.exec(part)
  return match ? [{ name: match[1] ?? '', type: match[2] ?? '' }] : []
}
