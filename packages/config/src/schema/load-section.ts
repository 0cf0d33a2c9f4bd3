import * as v from 'valibot'
import { amount, count, percentage } from './scalars.js'

/** 0 stands in the old accelerator's empty templates. */
const PROVISIONED_CU = [0, 1, 2, 4, 8] as const

export const loadSection = v.pipe(
  v.strictObject({
    bulk_writes_per_second: v.exactOptional(
      v.pipe(amount, v.description('Rows a second of initial loads and snapshots, at the peak.')),
    ),
    continuous_writes_per_second: v.exactOptional(
      v.pipe(amount, v.description('Rows a second of incremental writes, at the peak.')),
    ),
    reads_per_second: v.exactOptional(
      v.pipe(amount, v.description('Queries a second that read, at the peak.')),
    ),
    connections: v.exactOptional(
      v.pipe(count, v.description('Open at the peak, the pools of all processes together.')),
    ),
    hot_set_gb: v.exactOptional(
      v.pipe(amount, v.description('Data that the queries touch all the time, in GB.')),
    ),
    number_of_readable_secondaries: v.exactOptional(
      v.pipe(count, v.description('Legacy. Write compute.read_replicas instead.')),
    ),
    readable_secondary_size_cu: v.exactOptional(
      v.pipe(
        v.picklist(PROVISIONED_CU),
        v.description('Legacy: compute units of 16 GB. Write compute.read_replicas instead.'),
      ),
    ),
    promotion_percentage: v.exactOptional(
      v.pipe(percentage, v.description('Legacy. Write discounts instead.')),
    ),
  }),
  v.description('The load at its peak.'),
)
