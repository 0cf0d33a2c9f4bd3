import type { PgExpression } from '../../postgres/expression.js'
import { isInterval, isJson, isNumeric, isScalar, isString } from '../../type/kind-of-type.js'
import { postgresType } from '../../type/postgres-type.js'
import { isSameType } from '../../type/same-type.js'
import type { SparkType } from '../../type/spark-type.js'
import { type Bound, reworded } from '../bound.js'
import { intervalRange } from '../expression/interval-range.js'
import { fromJson } from '../json-value.js'
import { cast, NULL, template } from '../pg.js'
import { arrayCast } from './array-cast.js'
import { datetimeLiteral } from './datetime-literal.js'
import { intervalNumber, intervalOf } from './interval-number.js'
import { castToJson } from './to-json-type.js'
import { textOf } from './to-string.js'

/**
 * A value as another type, as Spark's CAST makes it in ANSI mode; undefined when Spark has no such
 * cast or Postgres no such value.
 */
export function castTo(value: Bound, type: SparkType): Bound | undefined {
  if (isSameType(value.type, type) && !value.untyped) return value
  const pg = castExpression(value, type)
  if (pg === undefined) return undefined
  return reworded(value, pg, type)
}

function castExpression(value: Bound, type: SparkType): PgExpression | undefined {
  const target = postgresType(type)
  if (value.constant === null || value.type.kind === 'void') return cast(NULL, target)
  if (type.kind === 'unknown') return value.pg
  if (value.untyped && typeof value.constant === 'string') return castLiteral(value.constant, type)
  if (value.type.kind === 'unknown') return castUnknown(value.pg, type)
  if (value.type.kind === 'variant') return fromVariant(value.pg, type)
  if (isString(type)) return castToString(value, type)
  if (type.kind === 'array' && value.type.kind === 'array') return arrayCast(value, type, castTo)
  if (isJson(type)) return castToJson(value, type, castTo)
  return isScalar(value.type) ? castScalar(value, type) : undefined
}

/** Postgres does not know the word INTERVAL within the text, nor units behind quotes in it. */
function intervalLiteral(text: string, type: string): PgExpression {
  const [, value, unit, to] =
    /^interval\s*(?:-\s*)?'([^']*)'\s*(\w+)(?:\s+to\s+(\w+))?$/i.exec(text.trim()) ?? []
  const range =
    value === undefined || unit === undefined
      ? undefined
      : to === undefined
        ? `${value} ${unit}`
        : intervalRange(value, unit.toUpperCase(), to.toUpperCase())
  const plain = text.trim().replace(/^interval\s+/i, '')
  return cast({ kind: 'text', value: range ?? plain }, type)
}

function castLiteral(text: string, type: SparkType): PgExpression | undefined {
  const literal = { kind: 'text', value: text } as const
  if (type.kind === 'binary') return template("convert_to($1, 'UTF8')", literal)
  if (isInterval(type)) return intervalLiteral(text, postgresType(type))
  const datetime = datetimeLiteral(text, type)
  if (datetime !== undefined) return cast({ kind: 'text', value: datetime }, postgresType(type))
  if (type.kind === 'variant') return template('to_jsonb($1::text)', literal)
  return isScalar(type) ? cast(literal, postgresType(type)) : undefined
}

/** What has no known type is left to the overloads of spark_compat where types differ in meaning. */
function castUnknown(pg: PgExpression, type: SparkType): PgExpression {
  const overloads: Readonly<Record<string, string>> = {
    bigint: 'spark_compat.to_bigint($1)',
    binary: 'spark_compat.to_binary($1)',
    boolean: 'spark_compat.to_boolean($1)',
    int: 'spark_compat.to_int($1)',
    string: 'spark_compat.to_string($1)',
  }
  const overload = overloads[type.kind]
  return overload === undefined ? cast(pg, postgresType(type)) : template(overload, pg)
}

function fromVariant(pg: PgExpression, type: SparkType): PgExpression {
  if (type.kind === 'array') return fromJson({ pg, type: { kind: 'variant' } }, type).pg
  return isJson(type) ? pg : cast(template("$1 #>> '{}'", pg), postgresType(type))
}

function castToString(value: Bound, type: SparkType): PgExpression | undefined {
  const text = textOf(value)
  if (text === undefined || type.kind === 'string') return text
  return cast(text, postgresType(type))
}

function castScalar(value: Bound, type: SparkType): PgExpression | undefined {
  const target = postgresType(type)
  const from = value.type
  if (type.kind === 'boolean' && isNumeric(from)) return template('($1 <> 0)', value.pg)
  if (type.kind === 'binary') return toBinary(value)
  if (isNumeric(type)) return toNumber(value, target, type)
  if (isNumeric(from)) return fromNumber(value.pg, type)
  return cast(value.pg, target)
}

/** A number is as many of the interval's unit, or seconds since 1970. */
function fromNumber(pg: PgExpression, type: SparkType): PgExpression | undefined {
  if (type.kind === 'timestamp') return template('to_timestamp($1)', pg)
  return type.kind === 'year interval' || type.kind === 'day interval'
    ? intervalOf(pg, type)
    : undefined
}

function toBinary(value: Bound): PgExpression | undefined {
  if (isString(value.type)) return template("convert_to($1, 'UTF8')", textOf(value) ?? value.pg)
  const bytes: Readonly<Record<string, string>> = {
    tinyint: 'substr(int2send($1), 2)',
    smallint: 'int2send($1)',
    int: 'int4send($1)',
    bigint: 'int8send($1)',
  }
  const send = bytes[value.type.kind]
  return send === undefined ? undefined : template(send, value.pg)
}

function toNumber(value: Bound, target: string, type: SparkType): PgExpression | undefined {
  const from = value.type
  const isWhole = ['tinyint', 'smallint', 'int', 'bigint'].includes(type.kind)
  switch (from.kind) {
    case 'boolean':
      return type.kind === 'int' ? cast(value.pg, 'int') : cast(cast(value.pg, 'int'), target)
    case 'float':
    case 'double':
      return fromFloat(value, target, type, isWhole)
    case 'decimal':
      return cast(isWhole ? template('trunc($1)', value.pg) : value.pg, target)
    case 'timestamp':
      return isWhole
        ? template(`floor(extract(epoch FROM $1))::${target}`, value.pg)
        : template(`extract(epoch FROM $1)::${target}`, value.pg)
    case 'year interval':
    case 'day interval':
      return intervalNumber(value.pg, from, target)
    case 'time':
      return template(
        isWhole ? `trunc(extract(epoch FROM $1))::${target}` : `extract(epoch FROM $1)::${target}`,
        value.pg,
      )
    default:
      return cast(value.pg, target)
  }
}

/** NaN and the infinities have no decimal: NULL. */
function fromFloat(value: Bound, target: string, type: SparkType, isWhole: boolean): PgExpression {
  if (isWhole) return cast(template('trunc($1)', value.pg), target)
  if (type.kind !== 'decimal' || Number.isFinite(value.constant)) return cast(value.pg, target)
  return template(
    `CASE WHEN $1 NOT IN ('NaN', 'Infinity', '-Infinity') THEN $1::${target} END`,
    value.pg,
  )
}
