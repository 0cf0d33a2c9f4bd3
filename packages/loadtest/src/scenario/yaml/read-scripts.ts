import type { YamlPath } from '@lakebase/config'
import type { Generator, ParameterValue } from '../generator.js'
import { builtinScript } from '../pgbench/builtin-scripts.js'
import type { Objective, Script } from '../scenario.js'
import { readScript } from '../script/read-script.js'
import type { DeclaredParameter } from '../script/scope.js'
import { fileText, inlineText, type SqlText } from '../sql/sql-text.js'
import type { ParametersFile } from './generator-schema.js'
import type { ThinkTimeFile } from './load-schema.js'
import { readGenerator } from './read-generator.js'
import { readObjectives } from './read-objectives.js'
import type { ScenarioFile, ScriptFile } from './scenario-schema.js'
import { reportAt, type YamlFile } from './yaml-file.js'

export interface ReadScripts {
  readonly scripts: readonly Script[]
  readonly objectives: readonly Objective[]
}

/** All scripts of a scenario file, each with its SQL from where the file says. */
export function readScripts(
  written: ScenarioFile,
  definitions: ReadonlyMap<string, ParameterValue>,
  file: YamlFile,
): ReadScripts {
  const section = written.scripts ? 'scripts' : 'queries'
  if (written.scripts && written.queries) {
    reportAt(
      file,
      ['queries'],
      'LT001',
      'queries and scripts are two words for one thing: take one',
      {},
    )
  }
  const entries = Object.entries(written[section] ?? {})
  if (entries.length === 0) {
    reportAt(file, [], 'LT001', 'nothing to run: the file has no scripts')
  }
  const sharedParameters = readParameters(written.parameters ?? {}, ['parameters'], file)
  const usedNames = new Set<string>()
  const scripts = entries.flatMap(([id, value]) => {
    const path = [section, id]
    const map = typeof value === 'string' ? { sql: value } : value
    const sqlPath = typeof value === 'string' ? path : [...path, 'sql']
    const sql = scriptText(map, path, sqlPath, file)
    if (!sql) return []
    const parameters = readParameters(map.parameters ?? {}, [...path, 'parameters'], file)
    const source = { id, sql, parameters, sharedParameters, definitions }
    const read = readScript(source, file.report)
    for (const name of read.usedNames) usedNames.add(name)
    const think = map.think_time ?? written.load.think_time
    return {
      ...read.script,
      weight: map.weight ?? read.weight ?? 1,
      ...(think === undefined ? {} : { thinkMs: thinkGenerator(think) }),
    }
  })
  reportUnused(sharedParameters, usedNames, file)
  const objectives = entries.flatMap(([id, value]) =>
    typeof value === 'string' ? [] : readObjectives(value.objectives, id),
  )
  return { scripts, objectives }
}

function reportUnused(
  shared: readonly DeclaredParameter[],
  used: ReadonlySet<string>,
  file: YamlFile,
): void {
  for (const { name, place } of shared) {
    if (used.has(name)) continue
    const hint = `Use it in the SQL as :${name}, or take it out.`
    file.report({
      ruleId: 'LT004',
      level: 'error',
      message: `no script uses the parameter "${name}"`,
      hint,
      ...place,
    })
  }
}

/** SQL from the file itself, from a file beside it, or one of pgbench's own scripts; undefined where that is told as wrong. */
function scriptText(
  { sql, file: name, builtin }: ScriptFile,
  path: YamlPath,
  sqlPath: YamlPath,
  file: YamlFile,
): SqlText | undefined {
  const given = [sql, name, builtin].filter((one) => one !== undefined)
  if (given.length !== 1) {
    const message =
      given.length === 0
        ? 'has no sql, file or builtin'
        : 'has more than one of sql, file and builtin'
    reportAt(file, path, 'LT001', `"${path.at(-1)}" ${message}`)
    return undefined
  }
  if (sql !== undefined) return inlineText(sql, file, sqlPath)
  if (builtin !== undefined) return fileText(builtinScript(builtin), `pgbench's ${builtin}`)
  const text = file.readText(name ?? '')
  if (text !== undefined) return fileText(text, name ?? '')
  reportAt(file, [...path, 'file'], 'LT002', `there is no file ${name}`, {
    hint: 'Paths are relative to the scenario file.',
  })
  return undefined
}

function readParameters(
  written: ParametersFile,
  path: YamlPath,
  file: YamlFile,
): readonly DeclaredParameter[] {
  return Object.entries(written).map(([name, value]) => {
    const at = [...path, name]
    // One that is wrong is known all the same, so that its uses are not told as wrong as well.
    const generator = readGenerator(value, at, file) ?? UNKNOWN
    return { name, generator, place: file.source.locate(at, 'key') }
  })
}

const UNKNOWN: Generator = { kind: 'constant', value: null }

function thinkGenerator(written: ThinkTimeFile): Generator {
  if (typeof written === 'number') return { kind: 'constant', value: written }
  const [from, to] = written.uniform
  return { kind: 'decimal', from, to, digits: 3 }
}
