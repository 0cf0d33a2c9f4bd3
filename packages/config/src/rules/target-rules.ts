import limits from '../data/product-limits.json' with { type: 'json' }
import type { Finding } from '../finding.js'
import type { SyncedTable } from '../workload.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import { at, type Rule } from './rule.js'

const NAME = /^[A-Za-z0-9_]+$/
/** PostgreSQL's NAMEDATALEN - 1. */
const MAX_NAME_BYTES = 63

/** LB027: names in Postgres that collide, or that a synced table cannot have. */
export const targetNames: Rule = ({ sync }, source) => [
  ...collisions(sync.tables, source),
  ...sync.tables.flatMap((table) => [
    ...nameFindings(table, 'target_schema', table.targetSchema, source),
    ...nameFindings(table, 'target_table', table.targetTable, source),
  ]),
  ...tooManyPerSource(sync.tables, source),
]

function collisions(tables: readonly SyncedTable[], source: YamlSource): readonly Finding[] {
  const first = new Map<string, SyncedTable>()
  return tables.flatMap((table) => {
    const target = `${table.targetSchema}.${table.targetTable}`
    const before = first.get(target.toLowerCase())
    if (!before) {
      first.set(target.toLowerCase(), table)
      return []
    }
    const message = `${table.name} and ${before.name} both become ${target}`
    const hint = 'Give one of them a target_table or target_schema of its own.'
    return at(source, [...table.at, 'name'], { ruleId: 'LB027', level: 'error', message, hint })
  })
}

function nameFindings(
  table: SyncedTable,
  key: 'target_schema' | 'target_table',
  name: string,
  source: YamlSource,
): readonly Finding[] {
  const path = [...table.at, source.read([...table.at, key]) === undefined ? 'name' : key]
  const hint = `Write a ${key} of letters, digits and _.`
  const base = { ruleId: 'LB027', level: 'error', hint } as const
  if (!NAME.test(name)) {
    return [
      at(source, path, { ...base, message: `"${name}" is not a name of letters, digits and _` }),
    ]
  }
  if (name.length <= MAX_NAME_BYTES) return []
  const message = `"${name}" has ${name.length} bytes, and Postgres keeps ${MAX_NAME_BYTES}`
  return [at(source, path, { ...base, message })]
}

function tooManyPerSource(tables: readonly SyncedTable[], source: YamlSource): readonly Finding[] {
  const most = limits.maxSyncedTablesPerSource.value
  const counts = new Map<string, number>()
  return tables.flatMap(({ name, at: path }) => {
    const count = (counts.get(name.toLowerCase()) ?? 0) + 1
    counts.set(name.toLowerCase(), count)
    if (count !== most + 1) return []
    const message = `${name} is synced more than ${most} times, the most that one source can be`
    return at(source, [...path, 'name'], { ruleId: 'LB027', level: 'error', message })
  })
}
