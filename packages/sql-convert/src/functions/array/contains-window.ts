/** Whether an expression has a window of its own query, which cannot stand in FROM of a query within. */
export function containsWindow(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false
  if ('kind' in node && node.kind === 'query') return false
  if ('over' in node && node.over !== undefined) return true
  return Object.values(node).some(containsWindow)
}
