import { CliError, nearest } from '@lakebase/cli-kit'
import type { Finding, Workload, YamlSource } from '@lakebase/config'
import type { RateCard } from '@lakebase/pricing'
import type { EstimateOptions } from '../commands/estimate-options.js'
import type { ReportTarget } from '../report/estimate-report.js'

/** Where the old accelerator's prices were from; taken, and said, when neither flag nor file names a place. */
const DEFAULT = { cloud: 'aws', region: 'us-east-1', tier: 'PREMIUM' } as const

/** A value and who gave it. */
interface Picked<T> {
  readonly value: T
  readonly origin: 'flag' | 'file' | 'default'
}

/** Flag beats file beats default; a region that the card has no price for is refused with the nearest one. */
export function chooseTarget(
  workload: Workload,
  options: Pick<EstimateOptions, 'cloud' | 'region' | 'tier'>,
  card: RateCard,
  source: YamlSource,
): { readonly target: ReportTarget; readonly findings: readonly Finding[] } {
  const { target: file } = workload
  const cloud = pick(options.cloud, file.cloud, DEFAULT.cloud)
  const tier = pick(options.tier, file.tier, DEFAULT.tier)
  // A region belongs to the cloud it was named with: --cloud azure must not keep the file's us-east-1.
  const fileRegion = (file.cloud ?? DEFAULT.cloud) === cloud.value ? file.region : undefined
  const wanted = options.region ?? fileRegion
  const regions = regionsOf(card, cloud.value)
  if (wanted === undefined && cloud.value !== DEFAULT.cloud) {
    throw new CliError(3, [missingRegion(cloud.value, regions)])
  }
  const region = pick(options.region, fileRegion, DEFAULT.region)
  if (!regions.includes(region.value)) {
    throw new CliError(3, [unknownRegion(region, cloud.value, card, source)])
  }
  const origin = { cloud: cloud.origin, region: region.origin, tier: tier.origin }
  return {
    target: {
      product: file.product,
      cloud: cloud.value,
      region: region.value,
      tier: tier.value,
      origin,
    },
    findings: Object.values(origin).every((one) => one === 'default') ? [defaultTarget()] : [],
  }
}

function pick<T>(flag: T | undefined, file: T | undefined, fallback: T): Picked<T> {
  if (flag !== undefined) return { value: flag, origin: 'flag' }
  if (file !== undefined) return { value: file, origin: 'file' }
  return { value: fallback, origin: 'default' }
}

function regionsOf(card: RateCard, cloud: string): readonly string[] {
  const regions = card.regions.filter((entry) => entry.cloud === cloud)
  return [...new Set(regions.map((entry) => entry.region))].sort()
}

function defaultTarget(): Finding {
  return {
    ruleId: 'LB008',
    level: 'note',
    message: `no target given: priced at ${DEFAULT.cloud} ${DEFAULT.region} ${DEFAULT.tier}, as the old accelerator's figures were`,
    hint: 'say target: {cloud, region, tier} in the file, or --cloud, --region, --tier',
  }
}

function missingRegion(cloud: string, regions: readonly string[]): Finding {
  return {
    ruleId: 'LB004',
    level: 'error',
    message: `no region given for ${cloud}`,
    expected: regions.join(', '),
    hint: 'say target: {region: ...} in the file, or --region',
  }
}

function unknownRegion(
  region: Picked<string>,
  cloud: string,
  card: RateCard,
  source: YamlSource,
): Finding {
  const regions = regionsOf(card, cloud)
  const suggestion = nearest(region.value, regions)
  const elsewhere = card.regions.find((entry) => entry.region === region.value)
  return {
    ruleId: 'LB006',
    level: 'error',
    message: `${region.origin === 'flag' ? '--region' : 'target.region'}: "${region.value}" is no ${cloud} region with a price`,
    ...(region.origin === 'file' && source.locate(['target', 'region'])),
    ...(suggestion !== undefined && { suggestion }),
    expected: elsewhere
      ? `cloud ${elsewhere.cloud}, which has a ${region.value}`
      : regions.join(', '),
    hint: 'a region that is newer than the rate card can be priced with --rates FILE',
  }
}
