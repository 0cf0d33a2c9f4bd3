import { bundleRules, specRules } from '@lakebase/bundle-gen'
import { workloadRules } from '@lakebase/config'
import { scenarioRules } from '@lakebase/loadtest'
import { conversionRules } from 'cli-convert/parts'
import commandRules from './data/command-rules.json' with { type: 'json' }
import loadRules from './data/load-rules.json' with { type: 'json' }

/** What a finding means. Those of bundles have an example and a source, the others what to do. */
export interface Rule {
  readonly id: string
  /** Which command finds it. */
  readonly of: 'bundle' | 'any command' | 'load test' | 'queries' | 'workload'
  readonly title: string
  readonly why: string
  readonly help?: string
  /** Lines of YAML. */
  readonly wrong?: string
  readonly right?: string
  readonly source?: string
  readonly asOf?: string
}

/** Every id that a finding may have, by the part that it is about. */
export const allRules: readonly Rule[] = [
  ...workloadRules.map((rule) => ({ ...rule, of: 'workload' }) as const),
  ...bundleRules.map((rule) => ({ ...rule, of: 'bundle' }) as const),
  ...specRules.map((rule) => ({ ...rule, of: 'bundle' }) as const),
  ...conversionRules.map((rule) => ({ ...rule, of: 'queries' }) as const),
  ...scenarioRules.map((rule) => ({ ...rule, of: 'load test' }) as const),
  ...loadRules.map((rule) => ({ ...rule, of: 'load test' }) as const),
  ...commandRules.map((rule) => ({ ...rule, of: 'any command' }) as const),
]

/** What each rule is called, for reports that name it. */
export const ruleTitles: ReadonlyMap<string, string> = new Map(
  allRules.map(({ id, title }) => [id, title]),
)
