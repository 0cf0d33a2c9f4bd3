import data from '../data/cli-fields.json' with { type: 'json' }
import { compareVersions } from './compare-versions.js'
import { usedFields } from './used-fields.js'

/** The Databricks command line that a bundle needs. */
export interface CliVersion {
  /** For `bundle.databricks_cli_version`: `>= 1.7.0, != 1.10.0`. */
  readonly constraint: string
  readonly minimum: string
  /** What asks for the minimum: `postgres_branches.purge_on_delete`, or the reason in words. */
  readonly because: string
}

interface Need {
  readonly since: string
  readonly because: string
}

const TYPES: ReadonlyMap<string, { readonly since: string; readonly later: object }> = new Map(
  Object.entries(data.types),
)

/**
 * The oldest command line that knows every Lakebase field used, without those versions that are known
 * to be broken. Dates and sources are in `data/cli-fields.json`.
 *
 * @param resources The `resources` of all files of a bundle together, as parsed.
 * @param variables `variables`, and what targets set them to: a false among them must be sent too.
 */
export function cliVersionFor(resources: unknown, variables?: unknown): CliVersion {
  const floor: Need = { since: data.floor, because: data.floorWhy }
  const needs = usedFields(resources).flatMap(needOf)
  const falseNeed: readonly Need[] =
    holdsFalse(resources) || holdsFalse(variables)
      ? [{ since: data.falseValues.since, because: data.falseValues.why }]
      : []
  const highest = [floor, ...needs, ...falseNeed].reduce((most, need) =>
    compareVersions(need.since, most.since) > 0 ? need : most,
  )
  const broken = data.broken.filter(({ version }) => compareVersions(version, highest.since) >= 0)
  return {
    constraint: [`>= ${highest.since}`, ...broken.map(({ version }) => `!= ${version}`)].join(', '),
    minimum: highest.since,
    because: highest.because,
  }
}

function needOf(path: readonly string[]): readonly Need[] {
  const [type = '', ...field] = path
  const known = TYPES.get(type)
  if (known === undefined) return []
  const later = new Map<string, string>(Object.entries(known.later)).get(field.join('.'))
  return [{ since: later ?? known.since, because: path.join('.') }]
}

function holdsFalse(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === false
  return Object.values(value).some(holdsFalse)
}
