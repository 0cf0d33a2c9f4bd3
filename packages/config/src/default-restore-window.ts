import limits from './data/product-limits.json' with { type: 'json' }

/** Days of history that the product keeps where the workload names none; source and date stand in the data. */
export const defaultRestoreWindowDays: number = limits.defaultRestoreWindowDays.value
