import type { SparkType } from './spark-type.js'
import { typeText } from './type-text.js'

export function isSameType(left: SparkType, right: SparkType): boolean {
  return left === right || (left.kind === right.kind && typeText(left) === typeText(right))
}
