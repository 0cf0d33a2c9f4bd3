import { packageVersion } from '@lakebase/cli-kit'

/** `0.1.0` */
export function toolVersion(): string {
  // The bundle and the source both lie one folder below the manifest.
  return packageVersion(new URL('../package.json', import.meta.url))
}
