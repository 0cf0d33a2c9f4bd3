/** Whether two trees say the same; a part that is undefined is none. Ends at the first difference. */
export function isSameTree(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || one === null) return false
  if (typeof other !== 'object' || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const hasAll = Object.entries(one).every(([key, part]) => isSameTree(part, partOf(other, key)))
  return hasAll && Object.keys(other).every((key) => partOf(other, key) === undefined || key in one)
}

function partOf(tree: object, key: string): unknown {
  return Reflect.get(tree, key)
}
