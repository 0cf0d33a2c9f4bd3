import type { ReferenceFigures } from './reference-cost.js'

/** Why a figure of the 2025 accelerator differs from a correct one. */
export const REFERENCE_REASONS: Readonly<Record<keyof ReferenceFigures, string>> = {
  bulk_cu:
    'Counts CU of 16 GB at 14,000 rows/s; an Autoscaling CU has 2 GB and loads about 2,000 rows/s.',
  continuous_cu:
    'Counts CU of 16 GB at 1,500 rows/s; an Autoscaling CU has 2 GB and takes about 150 rows/s.',
  read_cu:
    'Counts CU of 16 GB at 10,000 reads/s; an Autoscaling CU has 2 GB, and reads depend on what fits in memory.',
  total_cu:
    'Counts CU of 16 GB and adds bulk load, continuous writes and reads as if all ran at once.',
  recommended_cu:
    'One of 1, 2, 4, 8 CU of 16 GB; a larger need was priced as 8. Autoscaling has a minimum and a maximum of 2 GB CU.',
  main_instance_cost:
    '$3,500 a year is one Provisioned CU in AWS Premium us-east-1. Autoscaling bills CU-hours at the rate of cloud, region and tier, 25 % less on the Always-On minimum; the promotion ends on 2027-01-31.',
  readable_secondaries_cost:
    'Provisioned CU of 16 GB at $3,500 a year; Autoscaling read replicas bill their own CU-hours of 2 GB CU.',
  total_compute_cost:
    'Provisioned prices of one region, no Always-On discount, and a promotion without its end date of 2027-01-31.',
  storage_cost:
    '$0.345 a GB is AWS Premium us-east-1; other regions differ, and history and snapshots are left out.',
  continuous_sync_cost:
    '$548 is one pipeline at 2.14 DBU/h in AWS Premium us-east-1, each table with its own; the field has seen $2,000, and tables can share a pipeline.',
  triggered_sync_cost:
    'A month of 28 days (8 % too cheap), one mode and frequency for the whole file, speeds of 16 GB CU, the price of one region; an unknown frequency became weekly.',
  total_sync_cost:
    'A month of 28 days for batch syncs, speeds of 16 GB CU, the price of one region.',
  estimated_sync_time_hours:
    'Speeds of 16 GB CU, no more than 4 of them, one mode for all tables, and never checked against the interval.',
  total_monthly_cost:
    'CU of 16 GB that can no longer be bought, a 28-day month for syncs, history left out, a promotion without end date.',
  cost_per_gb: 'The total of the old price over the GB of data, without history and snapshots.',
  cost_per_qps:
    'Adds rows written and queries read, which are different things: there is no correct figure to set beside it.',
  cost_per_cu:
    'Divides the whole bill, with storage, secondaries and syncs, by the 16 GB CU of the main instance.',
}
