import { fold } from '../../postgres/identifier.js'
import type { Span } from '../../source/span.js'
import type { Expression } from '../../spark/ast/expression.js'
import { isJson, isString } from '../../type/kind-of-type.js'
import { arrayOf, type SparkType, STRING, UNKNOWN } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import { fromJson } from '../json-value.js'
import type { Lowerer } from '../lowerer.js'
import { name, number, template, text } from '../pg.js'
import type { Scope } from '../scope.js'

type Of<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>

/** `a[i]`, `m['k']` */
export function lowerSubscript(lowerer: Lowerer, node: Of<'subscript'>, scope: Scope): Bound {
  const value = lowerer.expression(node.value, scope)
  const index = lowerer.expression(node.index, scope)
  const { type } = value
  switch (type.kind) {
    case 'map':
      return fromJson(jsonElement(value, keyOf(index)), type.value)
    case 'variant':
      return { pg: template('$1 -> $2', value.pg, index.pg), type }
    case 'array': {
      if (isJson(type)) return fromJson(jsonElement(value, asInt(index)), type.element)
      return { pg: template('($1)[$2]', value.pg, plusOne(index)), type: type.element }
    }
    case 'struct':
      return structByIndex(lowerer, value, index, node)
    default:
      return { pg: template('spark_compat.item($1, $2)', value.pg, asTyped(index)), type: UNKNOWN }
  }
}

function jsonElement(value: Bound, index: Bound['pg']): Bound {
  return { pg: template('$1 -> $2', value.pg, index), type: { kind: 'variant' } }
}

/** Keys of a map are text in jsonb. */
function keyOf(key: Bound): Bound['pg'] {
  if (typeof key.constant === 'string' && key.untyped) return key.pg
  return castTo(key, STRING)?.pg ?? key.pg
}

function asInt(index: Bound): Bound['pg'] {
  return index.type.kind === 'int' || index.constant !== undefined
    ? index.pg
    : template('$1::int', index.pg)
}

function asTyped(index: Bound): Bound['pg'] {
  return index.untyped && isString(index.type) ? template('$1::text', index.pg) : index.pg
}

function plusOne(index: Bound): Bound['pg'] {
  if (typeof index.constant === 'number') return number(index.constant + 1)
  return template('$1 + 1', index.pg)
}

function structByIndex(lowerer: Lowerer, value: Bound, index: Bound, span: Span): Bound {
  if (typeof index.constant === 'string') return fieldOf(lowerer, value, index.constant, span)
  return lowerer.context.refuse('a field of a struct by its place', span)
}

export function lowerField(lowerer: Lowerer, node: Of<'field'>, scope: Scope): Bound {
  return fieldOf(lowerer, lowerer.expression(node.value, scope), node.name, node)
}

export function fieldOf(lowerer: Lowerer, value: Bound, field: string, span: Span): Bound {
  const { type } = value
  switch (type.kind) {
    case 'struct': {
      const found = type.fields.find((one) => fold(one.name) === fold(field))
      if (!found) return lowerer.context.refuse(`no field ${field} in the struct`, span)
      return fromJson(jsonElement(value, text(found.name)), found.type)
    }
    case 'map':
      return fromJson(jsonElement(value, text(field)), type.value)
    case 'array':
      return fieldsOfElements(lowerer, value, type.element, field, span)
    case 'variant':
    case 'unknown':
      return {
        pg: template('$1 -> $2', value.pg, text(field)),
        type: type.kind === 'variant' ? type : UNKNOWN,
      }
    default:
      return lowerer.context.refuse(`a field of ${type.kind}`, span)
  }
}

/** A field of an array of structs is the array of that field. */
function fieldsOfElements(
  lowerer: Lowerer,
  value: Bound,
  element: SparkType,
  field: string,
  span: Span,
): Bound {
  const one = fieldOf(lowerer, { pg: name('e'), type: element }, field, span)
  const type = arrayOf(one.type)
  const body = isJson(type)
    ? 'coalesce((SELECT jsonb_agg($2 ORDER BY n) FROM jsonb_array_elements($1) WITH ORDINALITY AS _t(e, n)), $3)'
    : 'ARRAY(SELECT $2 FROM jsonb_array_elements($1) WITH ORDINALITY AS _t(e, n) ORDER BY n)'
  return {
    pg: template(`CASE WHEN $1 IS NOT NULL THEN ${body} END`, value.pg, one.pg, text('[]')),
    type,
  }
}

/** `payload:a.b[0]`: VARIANT stays VARIANT, text becomes text. */
export function lowerJsonPath(lowerer: Lowerer, node: Of<'json path'>, scope: Scope): Bound {
  const value = lowerer.expression(node.value, scope)
  if (node.path.includes('*')) return lowerer.context.refuse('[*] in a path', node)
  const path = `{${node.path.map((part) => (typeof part === 'number' ? String(part) : arrayItem(String(part)))).join(',')}}`
  if (value.type.kind === 'variant') {
    return { pg: template('$1 #> $2', value.pg, text(path)), type: value.type }
  }
  const json = isString(value.type) || value.type.kind === 'unknown' ? '$1::jsonb' : '$1'
  return { pg: template(`${json} #>> $2`, value.pg, text(path)), type: STRING }
}

function arrayItem(part: string): string {
  return /^[\w$]+$/.test(part) && !/^null$/i.test(part)
    ? part
    : `"${part.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
