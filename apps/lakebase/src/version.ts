import { packageVersion } from '@lakebase/cli-kit'
import { latestRateCard } from '@lakebase/pricing'

/** `0.1.0` */
export function toolVersion(): string {
  // The bundle and the source both lie one folder below the manifest.
  return packageVersion(new URL('../package.json', import.meta.url))
}

/** `0.1.0 (prices of 2026-04-10)` */
export function versionText(): string {
  return `${toolVersion()} (prices of ${latestRateCard.id})`
}
