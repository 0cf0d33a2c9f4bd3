import type { Finding, FindingLevel } from '../finding.js'
import { type BundleValue, placeOf, type Spot, valueAt } from '../read/bundle-value.js'
import type { Bundle } from '../read/read-bundle.js'
import type { Resource, TargetView } from '../read/target-view.js'
import type { SourceTables } from './source-tables.js'

interface LintContext {
  readonly bundle: Bundle
  /** The bundle as one target deploys it; each rule sees each target. */
  readonly view: TargetView
  /** What is known of the source tables, by full name; empty when nothing is. */
  readonly tables: SourceTables
}

/** One rule: what it finds in one target. */
export type Check = (context: LintContext) => readonly Finding[]

type Advice = Pick<Finding, 'expected' | 'suggestion' | 'hint' | 'why'>

/** Makes the findings of one rule. */
export function findingsOf(ruleId: string) {
  const make =
    (level: FindingLevel) =>
    (at: Spot, message: string, advice: Advice = {}): Finding => ({
      ruleId,
      level,
      message,
      ...placeOf(at),
      ...advice,
    })
  return { error: make('error'), warn: make('warn'), note: make('note') }
}

/** A field of a resource, resolved: `fieldOf(endpoint, 'group', 'min')`. */
export function fieldOf(resource: Resource, ...path: readonly string[]): BundleValue | undefined {
  return valueAt(resource.value, ...path)
}

/** `synced table st_orders` */
export function titleOf({ type, key }: Resource): string {
  return `${NOUNS.get(type) ?? type} "${key}"`
}

const NOUNS: ReadonlyMap<string, string> = new Map([
  ['postgres_projects', 'project'],
  ['postgres_branches', 'branch'],
  ['postgres_endpoints', 'endpoint'],
  ['postgres_roles', 'role'],
  ['postgres_databases', 'database'],
  ['postgres_catalogs', 'catalog'],
  ['postgres_synced_tables', 'synced table'],
  ['database_instances', 'instance'],
  ['database_catalogs', 'catalog'],
  ['synced_database_tables', 'synced table'],
  ['apps', 'app'],
])
