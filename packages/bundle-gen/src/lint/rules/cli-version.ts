import { type CliVersion, cliVersionFor } from '../../cli-version/cli-version-for.js'
import { compareVersions } from '../../cli-version/compare-versions.js'
import limits from '../../data/bundle-limits.json' with { type: 'json' }
import type { Finding } from '../../finding.js'
import { entryAt, plainOf, textOf, valueAt } from '../../read/bundle-value.js'
import type { TargetView } from '../../read/target-view.js'
import { type Check, findingsOf } from '../check.js'
import { lakebaseTypes } from '../lakebase-types.js'
import { lowestVersion } from '../lowest-version.js'
import { nearest } from '../nearest.js'

const found = findingsOf('LB113')

/** LB113: a CLI that knows every field, and the engine that makes anew what cannot be changed. */
export const cliVersion: Check = ({ view }) => {
  const bundle = entryAt(view.config, 'bundle')
  const needed = neededVersion(view)
  if (bundle === undefined || needed === undefined) return []
  const value = valueAt(bundle.value, 'databricks_cli_version')
  const constraint = textOf(value)
  if (value === undefined || constraint === undefined) {
    const message = `no databricks_cli_version is asked for, and ${needed.minimum} is needed: ${needed.because}`
    const hint = `Add databricks_cli_version: "${needed.constraint}"`
    return [found.note(value?.at ?? bundle.keyAt, message, { hint }), ...engine(view, undefined)]
  }
  const lowest = lowestVersion(constraint)
  if (lowest === undefined) {
    const expected = 'versions with an operator, such as ">= 1.7.0, != 1.10.0"'
    return [found.error(value.at, `"${constraint}" is no version constraint`, { expected })]
  }
  if (compareVersions(lowest, needed.minimum) >= 0) return engine(view, lowest)
  const message = `"${constraint}" lets in versions before ${needed.minimum}: ${needed.because}`
  return [
    found.warn(value.at, message, { expected: `"${needed.constraint}"` }),
    ...engine(view, lowest),
  ]
}

/** What the Lakebase resources of a target need; undefined when there are none. */
function neededVersion(view: TargetView): CliVersion | undefined {
  const types = [...lakebaseTypes.keys()].filter((type) => view.ofType(type).length > 0)
  if (types.length === 0) return undefined
  const resources = types.map((type) => {
    const byKey = view.ofType(type).map(({ key, value }) => [key, plainOf(value)] as const)
    return [type, Object.fromEntries(byKey)] as const
  })
  return cliVersionFor(Object.fromEntries(resources))
}

function engine(view: TargetView, lowest: string | undefined): readonly Finding[] {
  const bundle = entryAt(view.config, 'bundle')
  const value = valueAt(bundle?.value, 'engine')
  const name = textOf(value)
  const hint = 'Write engine: direct.'
  if (value === undefined) {
    const since = limits.directByDefaultSince.value
    // Without any version asked for, the finding about that is enough.
    const isOld = lowest !== undefined && compareVersions(lowest, since) < 0
    const message = `no engine is named, and before ${since} that is terraform`
    return isOld && bundle ? [found.warn(bundle.keyAt, message, { hint })] : []
  }
  if (name === 'direct' || name === undefined || name.includes('${')) return []
  const allowed = limits.engines.value
  if (!allowed.includes(name)) {
    const suggestion = nearest(name, allowed)
    const advice = { expected: allowed.join(', '), ...(suggestion !== undefined && { suggestion }) }
    return [found.error(value.at, `there is no engine "${name}"`, advice)]
  }
  const why =
    'With terraform, a change of a catalog or a synced table is a request that the service refuses.'
  return [found.warn(value.at, 'engine terraform', { why, hint })]
}
