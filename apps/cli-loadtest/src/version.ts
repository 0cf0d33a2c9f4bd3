import { readFileSync } from 'node:fs'
import * as v from 'valibot'

const Manifest = v.object({ version: v.string() })

/** `0.1.0` */
export function toolVersion(): string {
  // The bundle and the source both lie one folder below the manifest.
  const manifest = new URL('../package.json', import.meta.url)
  return v.parse(Manifest, JSON.parse(readFileSync(manifest, 'utf8'))).version
}
