import { type Finding, parseYaml, type YamlSource } from '@lakebase/config'
import * as v from 'valibot'
import { hasLegacyShape } from './legacy/has-legacy-shape.js'
import { legacySchema } from './legacy/legacy-schema.js'
import { legacyTarget } from './legacy/legacy-target.js'
import { readLegacy } from './legacy/read-legacy.js'
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
 * Reads a scenario file (YAML), or a `concurrency_config.yaml` of the accelerator of 2025, with the SQL that it names, and checks it: everything that is wrong is told at once,
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
  const isLegacy = hasLegacyShape(parseYaml(v.unknown(), text, file).value)
  const read = isLegacy ? readLegacyFile(text, file, options) : readOwnFile(text, file, options)
  const { source, scenarios, target } = read
  const isError = ({ level }: Finding) => level === 'error'
  const errors = read.findings.filter(isError)
  const others = source.applyIgnores(read.findings.filter((one) => !isError(one)))
  const findings = inOrder([...errors, ...others], file)
  const [first, ...rest] = scenarios
  if (!first || errors.length > 0) return { findings }
  return { scenarios: [first, ...rest], ...(target ? { target } : {}), findings }
}

interface ReadFile {
  readonly source: YamlSource
  readonly scenarios: readonly Scenario[]
  readonly target?: ScenarioTarget | undefined
  readonly findings: readonly Finding[]
}

function readOwnFile(text: string, file: string, options: ScenarioOptions): ReadFile {
  const { value, source, findings } = parseYaml(scenarioSchema, text, file)
  const told: Finding[] = [...findings]
  if (!value) return { source, scenarios: [], findings }
  const yaml = yamlFile(text, source, told, options)
  const scenario = readScenario(value, yaml)
  const { withTarget = true } = options
  const target = withTarget && value.target ? readTarget(value.target, ['target'], yaml) : undefined
  return { source, scenarios: scenario ? [scenario] : [], target, findings: told }
}

function readLegacyFile(text: string, file: string, options: ScenarioOptions): ReadFile {
  const { value, source, findings } = parseYaml(legacySchema, text, file)
  const told: Finding[] = [...findings]
  if (!value) return { source, scenarios: [], findings }
  const yaml = yamlFile(text, source, told, options)
  const scenarios = readLegacy(value, yaml)
  const { withTarget = true } = options
  const connection = withTarget ? value.postgres_connection : undefined
  const target = connection && legacyTarget(connection, yaml)
  return { source, scenarios, target, findings: told }
}

function yamlFile(
  text: string,
  source: YamlSource,
  told: Finding[],
  { readText = () => undefined, env = {} }: ScenarioOptions,
): YamlFile {
  return { text, source, report: (finding) => told.push(finding), readText, env }
}

/** The scenario's own lines first, then those of its SQL files; what several scenarios share is told once. */
function inOrder(findings: readonly Finding[], file: string): readonly Finding[] {
  const rank = (one: Finding) => (one.file === file ? 0 : 1)
  const seen = new Set<string>()
  const once = findings.filter(({ ruleId, file: at, line, column, message }) => {
    const key = [ruleId, at, line, column, message].join(' ')
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
  return once.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.file ?? '').localeCompare(b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  )
}
