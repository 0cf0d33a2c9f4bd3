import * as v from 'valibot'
import { amount, count } from './scalars.js'

export const storageSection = v.pipe(
  v.strictObject({
    data_stored_gb: v.exactOptional(
      v.pipe(amount, v.description('Data in Postgres in GB of 10^9 bytes, indexes included.')),
    ),
    estimated_data_deleted_daily_gb: v.exactOptional(amount),
    changed_daily_gb: v.exactOptional(
      v.pipe(amount, v.description('Rows that the application writes or updates in a day, in GB.')),
    ),
    restore_window_days: v.exactOptional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(2),
        v.maxValue(30),
        v.description('Days of history for a restore. Without it the product keeps 7.'),
      ),
    ),
    restore_windows_days: v.exactOptional(
      v.pipe(count, v.description('Legacy. Write restore_window_days instead.')),
    ),
    snapshots_gb: v.exactOptional(amount),
  }),
  v.description('Data at rest.'),
)
