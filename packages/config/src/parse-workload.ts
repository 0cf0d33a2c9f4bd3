import type { Finding } from './finding.js'
import { readWorkload } from './read/read-workload.js'
import { runRules } from './rules/run-rules.js'
import { explainWorkloadIssue } from './schema/explain-workload-issue.js'
import { workloadSchema } from './schema/workload-schema.js'
import type { Workload } from './workload.js'
import { parseYaml } from './yaml/parse-yaml.js'
import { UNSILENCEABLE } from './yaml/unsilenceable.js'
import type { YamlSource } from './yaml/yaml-source.js'

/** A workload file after reading and checking. */
export interface ParsedWorkload {
  /**
   * Undefined if and only if an error of LB001 to LB009 or LB014 is among the findings. An error of
   * another rule (LB011, LB020, ...) leaves it defined: the file can be understood, but not be deployed.
   */
  readonly workload?: Workload
  /** In the order of the file, without those that a `# lakebase-ignore` comment silences. */
  readonly findings: readonly Finding[]
  readonly source: YamlSource
}

/**
 * Reads a workload file of today or of the 2025 accelerator and checks it. Never throws.
 *
 * @param options.file Name of the file for the findings, and the workload's name when it gives none.
 * @example
 * const { workload, findings } = parseWorkload('database_instance: {reads_per_second: 8000}', { file: 'shop.yml' })
 * // workload?.load.readsPerSecond is 8000
 */
export function parseWorkload(text: string, options: { readonly file: string }): ParsedWorkload {
  const parsed = parseYaml(workloadSchema, text, options.file, explainWorkloadIssue)
  const { value, source } = parsed
  if (!value) return { findings: finished(parsed.findings, source), source }
  const workload = readWorkload(value, options.file)
  const findings = finished([...parsed.findings, ...runRules(workload, source)], source)
  return findings.some(isUnreadable) ? { findings, source } : { workload, findings, source }
}

function finished(findings: readonly Finding[], source: YamlSource): readonly Finding[] {
  return source
    .applyIgnores(findings)
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
}

function isUnreadable({ ruleId, level }: Finding): boolean {
  return level === 'error' && UNSILENCEABLE.has(ruleId)
}
