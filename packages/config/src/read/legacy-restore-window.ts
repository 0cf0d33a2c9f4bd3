import limits from '../data/product-limits.json' with { type: 'json' }

/** What the product can keep of the old key's days; a finding tells of each change. */
export function legacyRestoreWindow(days: number | undefined): number | undefined {
  if (days === undefined || days === 0) return undefined
  const { minRestoreWindowDays, maxRestoreWindowDays } = limits
  return Math.min(Math.max(days, minRestoreWindowDays.value), maxRestoreWindowDays.value)
}
