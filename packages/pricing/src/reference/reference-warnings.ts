import reference from '../data/reference-2025.json' with { type: 'json' }
import type { ReferenceInput, ReferenceWarning } from './reference-cost.js'

/** The silent faults of the old arithmetic that this input meets. */
export function referenceWarnings(
  input: ReferenceInput,
  totalCu: number,
): readonly ReferenceWarning[] {
  const largest = Math.max(...reference.capacityUnits)
  const warnings: readonly (ReferenceWarning & { readonly when: boolean })[] = [
    {
      when:
        input.expected_data_per_sync_gb > 0 &&
        !Object.hasOwn(reference.syncRunsPerWeek, input.sync_frequency),
      input: 'sync_frequency',
      message: `"${input.sync_frequency}" is none of ${Object.keys(reference.syncRunsPerWeek).join(', ')}; the old code priced it as once a week`,
    },
    {
      when: input.promotion_percentage > 100,
      input: 'promotion_percentage',
      message: `${input.promotion_percentage} % is more than the whole price; the old code made compute cost less than nothing`,
    },
    {
      when: totalCu > largest,
      input: 'reads_per_second',
      message: `The load needs ${totalCu.toFixed(2)} CU; the old code priced ${largest} without a word`,
    },
    {
      when: input.restore_windows_days > 0 && input.estimated_data_deleted_daily_gb > 0,
      input: 'restore_windows_days',
      message: 'The old code did not price the history of the restore window',
    },
  ]
  return warnings.filter(({ when }) => when).map(({ input, message }) => ({ input, message }))
}
