import type { DatabricksType } from '../storage/type/databricks-type.js'

/**
 * The base-10000 digits of a decimal as PostgreSQL's numeric stores them: zero groups at both ends are
 * left out (src/backend/utils/adt/numeric.c, PostgreSQL 17). Written with functions that Databricks,
 * Spark share. The cast keeps abs() of the smallest integer from overflowing.
 *
 * @param scale Digits after the point, so that the groups of four can be counted from the point.
 */
export function numericDigitsExpression(value: string, scale: number): string {
  const padding = '0'.repeat((4 - (scale % 4)) % 4)
  const digits = `replace(CAST(abs(CAST(${value} AS DECIMAL(38,${scale}))) AS STRING), '.', '')`
  const padded = `concat(trim(LEADING '0' FROM ${digits}), '${padding}')`
  const withoutZeros = `trim(TRAILING '0' FROM ${padded})`
  const groups = `ceil(length(${padded}) / 4)`
  const emptyGroups = `floor((length(${padded}) - length(${withoutZeros})) / 4)`
  return `CASE WHEN ${value} = 0 THEN 0 ELSE CAST(${groups} - ${emptyGroups} AS INT) END`
}

/** DECIMAL(10,2) has scale 2, DECIMAL(10) and DECIMAL have 0. */
export function scaleOf(type: DatabricksType): number {
  return type.kind === 'simple' ? (type.arguments[1] ?? 0) : 0
}
