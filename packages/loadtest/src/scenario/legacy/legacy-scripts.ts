import { nearest, type YamlPath } from '@lakebase/config'
import type { Generator } from '../generator.js'
import type { Script } from '../scenario.js'
import { readScript } from '../script/read-script.js'
import type { DeclaredParameter } from '../script/scope.js'
import { fileText } from '../sql/sql-text.js'
import { reportAt, type YamlFile } from '../yaml/yaml-file.js'
import { withDollarParameters } from './dollar-parameters.js'
import { legacyGenerator } from './legacy-parameter.js'
import type { LegacyFile, LegacyScenario } from './legacy-schema.js'

/** Between queries of a client when a pattern does not say, in seconds, as in the old runner. */
const DEFAULT_THINK_TIME = 0.1
const UNKNOWN: Generator = { kind: 'constant', value: null }

/** The queries of one scenario, by its patterns. */
export function legacyScripts(
  scenario: LegacyScenario,
  path: YamlPath,
  queries: LegacyFile['queries'],
  file: YamlFile,
): readonly Script[] {
  const names = scenario.query_patterns.map(({ query_name: name }) => name)
  return scenario.query_patterns.flatMap((pattern, index) => {
    const { query_name: name, weight, think_time: think = DEFAULT_THINK_TIME } = pattern
    const at = [...path, 'query_patterns', index, 'query_name']
    if (names.indexOf(name) !== index) {
      reportAt(
        file,
        at,
        'LT018',
        `a second pattern of this scenario runs "${name}": add up their weights`,
      )
      return []
    }
    const script = queryScript(name, at, queries, file)
    if (!script) return []
    const { weight: header = 1, ...rest } = script
    return { ...rest, weight: weight ?? header, thinkMs: { kind: 'constant', value: think * 1000 } }
  })
}

function queryScript(name: string, at: YamlPath, queries: LegacyFile['queries'], file: YamlFile) {
  const query = Object.hasOwn(queries, name) ? queries[name] : undefined
  if (!query) {
    const suggestion = nearest(name, Object.keys(queries))
    const details = suggestion === undefined ? {} : { suggestion }
    reportAt(file, at, 'LT001', `there is no query "${name}"`, details)
    return undefined
  }
  const path = ['queries', name] as const
  const text = file.readText(query.file_path)
  if (text === undefined) {
    const hint = 'Paths are relative to the scenario file. Nothing is run in its place.'
    reportAt(file, [...path, 'file_path'], 'LT002', `there is no file ${query.file_path}`, { hint })
    return undefined
  }
  const parameters = (query.parameters ?? []).map((parameter, index): DeclaredParameter => {
    const here = [...path, 'parameters', index]
    const generator = legacyGenerator(parameter, here, file) ?? UNKNOWN
    return { name: parameter.name, generator, place: file.source.locate([...here, 'name']) }
  })
  const sql = fileText(text, query.file_path)
  const source = { id: name, sql, parameters, sharedParameters: [], definitions: new Map() }
  const read = readScript({ ...source, rewrite: withDollarParameters }, file.report)
  return { ...read.script, ...(read.weight === undefined ? {} : { weight: read.weight }) }
}
