import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import {
  CliError,
  fileError,
  formatFinding,
  type Io,
  isMissing,
  paint,
  readInput,
  sortFindings,
  usageError,
  userPath,
  wantsColor,
} from '@lakebase/cli-kit'
import { parseScenario, type Scenario, type ScenarioTarget } from '@lakebase/loadtest'
import type { LoadOptions } from '../commands/load-options.js'
import type { OutputOptions } from '../commands/output-options.js'
import type { TargetOptions } from '../commands/target-options.js'
import { databaseEnvironment } from '../target/database-environment.js'
import { overrideScenario } from './override-scenario.js'
import { parseObjectives } from './parse-objectives.js'
import { scenarioFromScripts } from './scenario-from-scripts.js'

export interface LoadedScenario {
  readonly scenario: Scenario
  /** The file as the user named it, or what it was made from. */
  readonly source: string
  /** The database that the file names. */
  readonly target?: ScenarioTarget
  /** The folder that the scenario's paths are relative to. */
  readonly folder: string
  /** The scenario and the files that it names, by their paths as written. */
  readonly texts: ReadonlyMap<string, string>
}

type Options = LoadOptions & TargetOptions & Pick<OutputOptions, 'quiet' | 'color' | 'json'>

/**
 * The scenario that the words name, checked, with what the flags say in place of its own. Findings go to
 * stderr; errors stop here, all at once.
 *
 * @throws CliError with exit code 2 or 3
 */
export function loadScenario(options: Options, args: readonly string[], io: Io): LoadedScenario {
  const objectives = parseObjectives(options.slo)
  const { name, text, folder, flags } = readSource(options, args, io)
  const texts = new Map([[name, text]])
  const { scenarios, target, findings } = parseScenario(text, name, {
    env: databaseEnvironment(io),
    withTarget: !options.embedded && options.url === undefined && options.lakebase === undefined,
    readText: (path) => {
      const found = readBeside(path, folder)
      if (found !== undefined) texts.set(path, found)
      return found
    },
  })
  if (scenarios === undefined) throw new CliError(3, findings)
  if (!options.quiet) printFindings(findings, options, io)
  const scenario = overrideScenario(chosen(scenarios, options.scenario, name), {
    ...flags,
    objectives,
  })
  return { scenario, source: name, folder, texts, ...(target && { target }) }
}

interface Source {
  readonly name: string
  readonly text: string
  readonly folder: string
  /** What is left to override. */
  readonly flags: Options
}

function readSource(options: Options, args: readonly string[], io: Io): Source {
  const { config, sql, pgbench, define } = options
  const [argument] = args
  if (config !== undefined && argument !== undefined) {
    throw usageError(`${argument} and --config ${config}: one scenario at a time`)
  }
  const file = config ?? argument
  const scripts = sql.length + pgbench.length
  if (file !== undefined && scripts > 0) {
    throw usageError(`${file} is a scenario, and --sql and --pgbench stand in place of one`)
  }
  if (scripts > 0) {
    const flags = { ...options, rate: undefined, clients: undefined, duration: undefined }
    return {
      ...scenarioFromScripts(options),
      folder: io.cwd,
      flags: { ...flags, warmUp: undefined, connections: undefined },
    }
  }
  if (define.length > 0) {
    throw usageError('--define is of --pgbench', 'a scenario has its own definitions:')
  }
  const named = file ?? discovered(io.cwd)
  const { name, text } = readInput(named, io.cwd)
  const folder = named === '-' ? io.cwd : dirname(userPath(named, io.cwd))
  return { name, text, folder, flags: options }
}

/** The one name that needs no saying. */
function discovered(cwd: string): string {
  if (existsSync(resolve(cwd, 'loadtest.yml'))) return 'loadtest.yml'
  throw usageError(
    'nothing says what to run',
    'a scenario file, --sql FILE or --pgbench select-only; lakebase-loadtest init writes a scenario',
  )
}

function readBeside(path: string, folder: string): string | undefined {
  try {
    return readFileSync(resolve(folder, path), 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    const why = error instanceof Error ? error.message : String(error)
    throw fileError('LT002', `${relative('.', resolve(folder, path))}: ${why}`, undefined, error)
  }
}

function chosen(
  scenarios: readonly [Scenario, ...Scenario[]],
  wanted: string | undefined,
  file: string,
): Scenario {
  const names = scenarios.map(({ name }) => name).join(', ')
  if (wanted === undefined) {
    if (scenarios.length === 1) return scenarios[0]
    throw usageError(`${file} has several scenarios`, `choose one with --scenario: ${names}`)
  }
  const found = scenarios.find(({ name }) => name === wanted)
  if (found !== undefined) return found
  throw usageError(`${file} has no scenario "${wanted}"`, `it has ${names}`)
}

function printFindings(
  findings: CliError['findings'],
  { color }: Pick<OutputOptions, 'color'>,
  io: Io,
): void {
  const colors = paint(wantsColor(color ?? 'auto', io.env, io.stderrIsTty))
  for (const finding of sortFindings(findings)) io.stderr(`${formatFinding(finding, colors)}\n`)
}
