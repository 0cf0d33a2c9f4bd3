import type { Finding } from '../finding.js'
import { sqlTokens } from '../sql/sql-tokens.js'
import type { Query } from '../workload.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import { at, type Rule } from './rule.js'

/** LB004 and LB006: a query is given by sql or by file. */
export const querySource: Rule = ({ queries }, source) =>
  queries.flatMap(({ name, sql, file, at: path }) => {
    if ((sql === undefined) !== (file === undefined)) return []
    const both = sql !== undefined
    const message = both
      ? `query "${name}" has sql and file`
      : `query "${name}" has no sql and no file`
    const hint = both
      ? 'Keep one of them.'
      : 'Write sql: with the statement, or file: with its path.'
    const ruleId = both ? 'LB006' : 'LB004'
    return at(source, [...path, both ? 'file' : 'name'], { ruleId, level: 'error', message, hint })
  })

/** LB041: parameters declared and used must be the same. */
export const queryParameters: Rule = ({ queries }, source) =>
  queries.flatMap((query) =>
    query.sql === undefined ? [] : parameterFindings(query, query.sql, source),
  )

function parameterFindings(query: Query, sql: string, source: YamlSource): readonly Finding[] {
  const used = new Set(
    sqlTokens(sql).flatMap(({ kind, text }) => (kind === 'parameter' ? text : [])),
  )
  const declared = new Set(query.parameters)
  const undeclared = [...used].filter((name) => !declared.has(name))
  const base = { ruleId: 'LB041', level: 'error' } as const
  return [
    ...query.parameters.flatMap((name, index) => {
      if (used.has(name)) return []
      const message = `query "${query.name}": parameter "${name}" is declared, and the SQL does not use it`
      const list = [...query.at, 'parameters']
      const path = Array.isArray(source.read(list)) ? [...list, index] : list
      return at(source, path, { ...base, message })
    }),
    ...undeclared.map((name) => {
      const message = `query "${query.name}": the SQL uses :${name}, which is not declared`
      const hint = `Write parameters: [${[...declared, name].join(', ')}].`
      return at(source, [...query.at, 'sql'], { ...base, message, hint })
    }),
  ]
}

/** LB042: weights are shares of one whole. */
export const queryWeights: Rule = ({ queries }, source) => {
  const weighted = queries.filter(({ weight }) => weight !== undefined)
  const [first] = weighted
  if (!first) return []
  const sum = Number(weighted.reduce((total, { weight = 0 }) => total + weight, 0).toPrecision(12))
  const without = queries.length - weighted.length
  const isWhole = Math.abs(sum - 1) < 0.001 || Math.abs(sum - 100) < 0.1
  if (isWhole && without === 0) return []
  const message =
    without > 0
      ? `${without} of ${queries.length} queries have no weight`
      : `the weights of the queries sum to ${sum}, not to 1 or 100`
  const path = [...first.at, 'weight']
  return [at(source, path, { ruleId: 'LB042', level: 'warn', message })]
}

/** LB045: by Little's law, rate x time is the number of queries that are open at once. */
export const queryConnections: Rule = ({ queries, load }, source) => {
  const { connections } = load
  if (connections === undefined) return []
  const busy = queries.reduce(
    (sum, { ratePerSecond = 0, expectedMs = 0 }) => sum + (ratePerSecond * expectedMs) / 1000,
    0,
  )
  const needed = Math.ceil(Number(busy.toPrecision(12)))
  if (needed <= connections) return []
  const message = `connections: ${connections}, and the queries' rates and times keep ${needed} busy`
  const hint = `Rate x time = connections (Little's law): open ${needed} or more, or lower the rate.`
  const path = ['database_instance', 'connections']
  return [at(source, path, { ruleId: 'LB045', level: 'warn', message, hint })]
}
