/** Keys at the top of a file that only the old accelerator has. */
const KEYS = ['test_scenarios', 'postgres_connection', 'test_environment', 'query_patterns']

export function hasLegacyShape(value: unknown): boolean {
  return typeof value === 'object' && value !== null && KEYS.some((key) => key in value)
}
