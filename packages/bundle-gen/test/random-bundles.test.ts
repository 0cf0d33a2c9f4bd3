import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import {
  type BundleSpec,
  BundleSpecError,
  type Finding,
  generateBundle,
  lintBundle,
  regenerateBundle,
} from '../src/index.js'
import { randomSpec } from './random-spec.js'

const numRuns = Number(process.env.LAKEBASE_RUNS ?? 100)

test(`${numRuns} random workloads give a bundle that parses, lints clean and regenerates, or a finding`, () => {
  let made = 0
  fc.assert(
    fc.property(randomSpec, randomSpec, (spec, other) => {
      const files = bundleOrRefusal(spec)
      if (files === undefined) return
      made += 1
      expect(generateBundle(spec)).toEqual(files)
      checkParses(files)
      expect(lintBundle(files).filter(isOfTheBundle)).toEqual([])
      const again = regenerateBundle(spec, files)
      expect(again.changes).toEqual([])
      expect(again.files).toEqual(files)
      // A host in the file may be the user's: it stays when the spec gives none any more.
      const { host: _, ...rest } = other
      expectRoundTrip(spec, spec.host === undefined ? rest : { ...rest, host: spec.host }, files)
    }),
    { numRuns, seed: Number(process.env.LAKEBASE_SEED ?? 20261127) },
  )
  console.log(`${made} bundles, ${numRuns - made} refused with a finding`)
  // A generator whose every workload is refused would test nothing.
  expect(made).toBeGreaterThan(numRuns / 4)
})

/** That a size has too few connections for its tables is true of the spec, however the bundle is made. */
function isOfTheBundle({ ruleId, level }: Finding): boolean {
  return !(ruleId === 'LB109' && level === 'warn')
}

/** From one workload to another and back: nothing of the other is left, and a further run is silent. */
function expectRoundTrip(spec: BundleSpec, other: BundleSpec, files: Map<string, string>): void {
  if (bundleOrRefusal(other) === undefined) return
  const there = regenerateBundle(other, files)
  const plain = (map: ReadonlyMap<string, string>) =>
    new Map(
      [...map]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([path, text]) => [path, sorted(path, text)]),
    )
  expect(plain(there.files)).toEqual(plain(generateBundle(other)))
  expect(regenerateBundle(other, there.files).changes).toEqual([])
  const back = regenerateBundle(spec, there.files)
  expect(plain(back.files)).toEqual(plain(files))
}

function bundleOrRefusal(spec: BundleSpec): Map<string, string> | undefined {
  try {
    return generateBundle(spec)
  } catch (error) {
    if (!(error instanceof BundleSpecError)) throw error
    expect(error.findings.length).toBeGreaterThan(0)
    return undefined
  }
}

function checkParses(files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    if (!path.endsWith('.yml')) continue
    const { errors, warnings } = parseDocument(text, { version: '1.2' })
    expect([...errors, ...warnings], path).toEqual([])
    // Go's yaml.v3 reads some of YAML 1.1: both must see the same values.
    expect(parseDocument(text, { version: '1.1' }).toJS()).toEqual(parseDocument(text).toJS())
  }
}

/** What a file says, whatever the order of its keys. */
function sorted(path: string, text: string): unknown {
  return path.endsWith('.yml') ? parseDocument(text).toJS() : text
}
