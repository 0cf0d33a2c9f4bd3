import { type Finding, parseYaml } from '@lakebase/config'
import type { Scenario } from './scenario.js'
import type { ScenarioTarget } from './scenario-target.js'
import { readScenario } from './yaml/read-scenario.js'
import { readTarget } from './yaml/read-target.js'
import { scenarioSchema } from './yaml/scenario-schema.js'
import type { YamlFile } from './yaml/yaml-file.js'

export interface ScenarioOptions {
  /** Reads a file that the scenario names, by its path as written; undefined when there is none. */
  readonly readText?: (path: string) => string | undefined
  /** What `${NAME}` may take. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** False: the target comes from elsewhere, so that what the file says of it is not asked for. Default true. */
  readonly withTarget?: boolean
}

/** A scenario file after reading and checking. */
export interface ParsedScenarios {
  /** Undefined if and only if an error is among the findings. */
  readonly scenarios?: readonly [Scenario, ...Scenario[]]
  readonly target?: ScenarioTarget
  /** In the order of the file; a `# lakebase-ignore` silences what is no error. */
  readonly findings: readonly Finding[]
}

/**
 * Reads a scenario file (YAML) with the SQL that it names, and checks it: everything that is wrong is told at once,
 * with its place. Never throws.
 *
 * @param file Name of the file for the findings, and the scenario's name when it gives none.
 * @example
 * const { scenarios, findings } = parseScenario('scripts: {one: select 1}\nload: {rate: 10/s, duration: 5s}', 'a.yml')
 */
export function parseScenario(
  text: string,
  file: string,
  options: ScenarioOptions = {},
): ParsedScenarios {
  const { readText = () => undefined, env = {}, withTarget = true } = options
  const parsed = parseYaml(scenarioSchema, text, file)
  const findings: Finding[] = [...parsed.findings]
  const yaml: YamlFile = {
    text,
    source: parsed.source,
    report: (finding) => findings.push(finding),
    readText,
    env,
  }
  const scenario = parsed.value && readScenario(parsed.value, yaml)
  const target =
    withTarget && parsed.value?.target
      ? readTarget(parsed.value.target, ['target'], yaml)
      : undefined
  const isError = ({ level }: Finding) => level === 'error'
  const errors = findings.filter(isError)
  const others = parsed.source.applyIgnores(findings.filter((one) => !isError(one)))
  const sorted = inOrder([...errors, ...others], file)
  if (!scenario || errors.length > 0) return { findings: sorted }
  return { scenarios: [scenario], ...(target ? { target } : {}), findings: sorted }
}

/** The scenario's own lines first, then those of its SQL files. */
function inOrder(findings: readonly Finding[], file: string): readonly Finding[] {
  const rank = (one: Finding) => (one.file === file ? 0 : 1)
  return findings.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.file ?? '').localeCompare(b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  )
}
