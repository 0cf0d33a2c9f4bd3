/** The type Spark infers for JSON. Source: org.apache.spark.sql.catalyst.json.JsonInferSchema (4.1). */
type Inferred =
  | { readonly kind: 'scalar'; readonly name: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'decimal'; readonly digits: number }
  | { readonly kind: 'array'; readonly element: Inferred }
  | { readonly kind: 'struct'; readonly fields: ReadonlyMap<string, Inferred> }

/** A number, kept with its digits, which JSON.parse would lose. */
const NUMBER_KEY = '\u0001number'

/** The schema of a JSON text as `schema_of_json` writes it; undefined where it is no JSON. */
export function inferSchema(text: string): string | undefined {
  const marked = text.replaceAll(
    /("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g,
    (_, quoted: string | undefined, digits: string) =>
      quoted ?? JSON.stringify({ [NUMBER_KEY]: digits }),
  )
  try {
    return written(withoutEmpty(inferred(JSON.parse(marked))))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Structs without fields are left out, but for the outermost. */
function withoutEmpty(type: Inferred): Inferred {
  if (type.kind === 'array' && type.element.kind === 'struct') {
    return { kind: 'array', element: filled(type.element) ?? EMPTY }
  }
  return filled(type) ?? (type.kind === 'struct' ? EMPTY : NULL)
}

function filled(type: Inferred): Inferred | undefined {
  if (type.kind === 'array') {
    const element = filled(type.element)
    return element && { kind: 'array', element }
  }
  if (type.kind !== 'struct') return type
  const fields = [...type.fields].flatMap(
    ([name, field]): readonly (readonly [string, Inferred])[] => {
      const kept = filled(field)
      return kept ? [[name, kept]] : []
    },
  )
  return fields.length === 0 ? undefined : { kind: 'struct', fields: new Map(fields) }
}

const EMPTY: Inferred = { kind: 'struct', fields: new Map() }
const NULL: Inferred = { kind: 'null' }

function inferred(value: unknown): Inferred {
  if (value === null || value === '') return NULL
  if (typeof value === 'string') return { kind: 'scalar', name: 'STRING' }
  if (typeof value === 'boolean') return { kind: 'scalar', name: 'BOOLEAN' }
  if (Array.isArray(value)) {
    return { kind: 'array', element: value.map(inferred).reduce(merged, NULL) }
  }
  const entries = Object.entries(value ?? {})
  const [first] = entries
  if (first?.[0] === NUMBER_KEY) return ofNumber(String(first[1]))
  return { kind: 'struct', fields: new Map(entries.map(([name, one]) => [name, inferred(one)])) }
}

const MOST = 2n ** 63n

function ofNumber(digits: string): Inferred {
  if (!/^-?\d+$/.test(digits)) return { kind: 'scalar', name: 'DOUBLE' }
  const whole = BigInt(digits)
  if (whole < MOST && whole >= -MOST) return { kind: 'scalar', name: 'BIGINT' }
  const length = digits.replace('-', '').length
  return length > 38 ? { kind: 'scalar', name: 'DOUBLE' } : { kind: 'decimal', digits: length }
}

function merged(left: Inferred, right: Inferred): Inferred {
  if (left.kind === 'null') return right
  if (right.kind === 'null') return left
  if (left.kind === 'array' && right.kind === 'array') {
    return { kind: 'array', element: merged(left.element, right.element) }
  }
  if (left.kind === 'struct' && right.kind === 'struct') {
    const names = [...new Set([...left.fields.keys(), ...right.fields.keys()])]
    const fields = names.map((name): readonly [string, Inferred] => [
      name,
      merged(left.fields.get(name) ?? NULL, right.fields.get(name) ?? NULL),
    ])
    return { kind: 'struct', fields: new Map(fields) }
  }
  if (written(left) === written(right)) return left
  const numbers = new Set([numberName(left), numberName(right)])
  if (numbers.has(undefined)) return { kind: 'scalar', name: 'STRING' }
  if (numbers.has('DOUBLE')) return { kind: 'scalar', name: 'DOUBLE' }
  return { kind: 'decimal', digits: Math.max(20, digitsOf(left), digitsOf(right)) }
}

function numberName(type: Inferred): string | undefined {
  if (type.kind === 'decimal') return 'DECIMAL'
  const name = type.kind === 'scalar' ? type.name : ''
  return name === 'DOUBLE' || name === 'BIGINT' ? name : undefined
}

function digitsOf(type: Inferred): number {
  return type.kind === 'decimal' ? type.digits : 0
}

/** Fields in the order of their names; what is only NULL counts as a string. */
function written(type: Inferred): string {
  switch (type.kind) {
    case 'scalar':
      return type.name
    case 'null':
      return 'STRING'
    case 'decimal':
      return `DECIMAL(${type.digits},0)`
    case 'array':
      return `ARRAY<${written(type.element)}>`
    case 'struct': {
      const fields = [...type.fields].sort(([one], [other]) => (one < other ? -1 : 1))
      return `STRUCT<${fields.map(([name, field]) => `${identifier(name)}: ${written(field)}`).join(', ')}>`
    }
  }
}

function identifier(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``
}
