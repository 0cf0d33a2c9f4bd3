import { readDatetime } from './datetime.js'
import type { ExpectedType } from './expected-type.js'
import { readInterval } from './interval.js'
import { isSameDecimal, isSameFloat } from './number.js'
import { isFields, isList, type Value } from './value.js'

/** Whether Postgres' value is Spark's, of this type of Spark's. */
export function isSameValue(type: ExpectedType, spark: Value, postgres: Value): boolean {
  if (spark === null || postgres === null) return spark === postgres
  switch (type.kind) {
    case 'array':
      return (
        isList(spark) &&
        isList(postgres) &&
        spark.length === postgres.length &&
        spark.every((one, place) => isSameValue(type.element, one, postgres[place] ?? null))
      )
    case 'map':
      return sameFields(() => type.value, spark, postgres, type.key)
    case 'struct':
      return sameFields((_, place) => type.fields[place]?.type, spark, postgres)
    default:
      return typeof spark === 'string' && typeof postgres === 'string'
        ? isSameScalar(type.name, spark, postgres)
        : isSameJson(spark, postgres)
  }
}

/** Fields by name, in any order; keys of maps are compared as their type is. */
function sameFields(
  typeOf: (name: string, place: number) => ExpectedType | undefined,
  spark: Value,
  postgres: Value,
  key: ExpectedType = { kind: 'simple', name: 'string' },
): boolean {
  if (!isFields(spark) || !isFields(postgres)) return false
  if (spark.fields.length !== postgres.fields.length) return false
  return spark.fields.every(([name, value], place) => {
    const found = postgres.fields.find(([other]) => other === name || isSameValue(key, name, other))
    const type = typeOf(name, place)
    return found !== undefined && type !== undefined && isSameValue(type, value, found[1])
  })
}

function isSameJson(spark: Value, postgres: Value): boolean {
  return JSON.stringify(spark) === JSON.stringify(postgres)
}

export function isSameScalar(type: string, spark: string, postgres: string): boolean {
  switch (type) {
    case 'tinyint':
    case 'smallint':
    case 'int':
    case 'bigint':
    case 'decimal':
      return isSameDecimal(spark, postgres)
    case 'float':
      return isSameFloat(spark, postgres, 1e-6)
    case 'double':
      return isSameFloat(spark, postgres, 1e-9)
    case 'boolean':
      return spark === (postgres === 't' ? 'true' : postgres === 'f' ? 'false' : postgres)
    case 'date':
    case 'timestamp':
    case 'timestamp_ntz':
      return readDatetime(spark) !== undefined && readDatetime(spark) === readDatetime(postgres)
    case 'interval':
      return isSameInterval(spark, postgres)
    case 'time':
      return spark.replace(/\.?0+$/, '') === postgres.replace(/\.?0+$/, '')
    default:
      return spark.trim() === postgres.trim()
  }
}

function isSameInterval(spark: string, postgres: string): boolean {
  const one = readInterval(spark)
  const other = readInterval(postgres)
  return (
    one !== undefined &&
    other !== undefined &&
    one[0] === other[0] &&
    Math.abs(one[1] - other[1]) < 5e-7
  )
}
