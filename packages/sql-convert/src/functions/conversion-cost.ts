import {
  isApproximate,
  isDatetime,
  isInteger,
  isInterval,
  isNumeric,
  isString,
} from '../type/kind-of-type.js'
import type { SparkType } from '../type/spark-type.js'

const ORDER = ['tinyint', 'smallint', 'int', 'bigint', 'decimal', 'float', 'double']

/** How willingly Spark converts an argument by itself, in ANSI mode; undefined when it does not. */
export function conversionCost(from: SparkType, to: SparkType): number | undefined {
  if (from.kind === to.kind || (isString(from) && isString(to))) return 0
  if (from.kind === 'unknown') return isString(to) ? 21 : 22
  if (from.kind === 'void') return isString(to) ? 6 : 7
  return amongKin(from, to) ?? throughText(from, to)
}

function amongKin(from: SparkType, to: SparkType): number | undefined {
  if (isNumeric(from) && isNumeric(to)) return numberCost(from, to)
  if (isDatetime(from) && isDatetime(to)) return to.kind === 'date' ? 4 : 3
  return isInterval(from) && isInterval(to) ? 3 : undefined
}

function throughText(from: SparkType, to: SparkType): number | undefined {
  if (isNested(from) || isNested(to)) return undefined
  if (from.kind === 'timestamp' && to.kind === 'double') return 11
  if (isString(from)) return to.kind === 'variant' ? undefined : fromText(to)
  return isString(to) ? 12 : undefined
}

function isNested({ kind }: SparkType): boolean {
  return kind === 'array' || kind === 'map' || kind === 'struct'
}

function fromText(to: SparkType): number {
  return isApproximate(to) ? 9 : 10
}

function numberCost(from: SparkType, to: SparkType): number {
  const step = ORDER.indexOf(to.kind) - ORDER.indexOf(from.kind)
  if (step > 0) return 1 + step / 10
  return isInteger(to) ? 6 : 5
}
