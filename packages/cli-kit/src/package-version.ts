import { readFileSync } from 'node:fs'
import * as v from 'valibot'

const Manifest = v.object({ version: v.string() })

/** The version that a `package.json` states: `0.1.0`. */
export function packageVersion(manifest: URL): string {
  return v.parse(Manifest, JSON.parse(readFileSync(manifest, 'utf8'))).version
}
