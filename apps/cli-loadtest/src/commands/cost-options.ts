import type { OptionReader } from '@lakebase/cli-kit'

/** The flags by which a run is priced. */
export function costOptions(read: OptionReader) {
  return {
    cu: read.text(
      '--cu <units>',
      'Compute units that it ran on: adds the cost of the run; cloud, region and tier from flags or --workload',
    ),
    cloud: read.choice('--cloud <cloud>', 'Of the price', ['aws', 'azure', 'gcp']),
    region: read.text('--region <region>', "Of the price, by the cloud's own name"),
    tier: read.choice('--tier <tier>', 'Of the price', ['PREMIUM', 'ENTERPRISE']),
  }
}
