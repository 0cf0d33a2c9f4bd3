import limits from '../data/product-limits.json' with { type: 'json' }
import type { Finding } from '../finding.js'
import { legacyRestoreWindow } from '../read/legacy-restore-window.js'
import type { YamlPath } from '../workload.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import { at, type Rule } from './rule.js'

const SYNC = 'delta_synchronization'
const INSTANCE = 'database_instance'
const WINDOW_PATH = ['database_storage', 'restore_windows_days'] as const

/** LB008: what each key of the old accelerator was read as. */
export const legacyMappings: Rule = ({ sync, discounts }, source) => {
  const { batch } = sync
  const mode = source.read([SYNC, 'sync_mode'])
  const promotion = discounts.find((discount) => discount.promotion)
  const gb = batch && `${batch.gbPerRun} GB by ${batch.policy}, ${batch.schedule.text}`
  return [
    ...note(source, [SYNC, 'expected_data_per_sync_gb'], gb && `one sync of the whole file: ${gb}`),
    ...note(source, [SYNC, 'sync_mode'], modeWords(mode, sync.tables.length > 0)),
    ...note(source, [SYNC, 'sync_frequency'], frequencyWords(source)),
    ...note(
      source,
      promotion?.at ?? [],
      promotion &&
        `a discount of ${promotion.percentage} % on compute in place of the public promotion's`,
    ),
    ...note(source, WINDOW_PATH, windowWords(source)),
    ...missingPolicies(source, sync.tables.length),
  ]
}

function note(source: YamlSource, path: YamlPath, readAs: string | undefined): readonly Finding[] {
  if (readAs === undefined || source.read(path) === undefined) return []
  const message = `${path.at(-1)} is read as ${readAs}`
  return [at(source, path, { ruleId: 'LB008', level: 'note', message })]
}

function modeWords(mode: unknown, hasTables: boolean): string | undefined {
  if (typeof mode !== 'string') return undefined
  const policy = mode.toUpperCase()
  return hasTables
    ? `${policy}, the scheduling_policy of tables that have none`
    : `the scheduling_policy ${policy}`
}

function frequencyWords(source: YamlSource): string | undefined {
  const words = source.read([SYNC, 'sync_frequency'])
  return typeof words === 'string' ? `the schedule "${words}" of tables that have none` : undefined
}

function windowWords(source: YamlSource): string | undefined {
  const days = source.read(WINDOW_PATH)
  if (days === 0) {
    return `not said: the product keeps ${limits.defaultRestoreWindowDays.value} days`
  }
  return typeof days === 'number' && legacyRestoreWindow(days) === days
    ? `restore_window_days: ${days}`
    : undefined
}

function missingPolicies(source: YamlSource, tables: number): readonly Finding[] {
  const indexes = Array.from({ length: tables }, (_, index) => index)
  if (source.read([SYNC, 'sync_mode']) !== undefined) return []
  return indexes.flatMap((index) => {
    const path = [SYNC, 'tables_to_sync', index]
    if (source.read([...path, 'scheduling_policy']) !== undefined) return []
    const message = `${source.read([...path, 'name'])} has no scheduling_policy and is read as SNAPSHOT`
    return at(source, [...path, 'name'], { ruleId: 'LB008', level: 'note', message })
  })
}

/** LB033: keys of the retired Provisioned product, and what they become. */
export const provisionedKeys: Rule = ({ compute }, source) => {
  const replica = compute.readReplicas.find(({ legacyCu }) => legacyCu !== undefined)
  const days = source.read(WINDOW_PATH)
  const kept = typeof days === 'number' ? legacyRestoreWindow(days) : undefined
  const findings: Finding[] = []
  if (replica?.legacyCu !== undefined) {
    const message = `readable_secondary_size_cu: ${replica.legacyCu} CU of 16 GB are read as ${replica.minCu} CU of 2 GB, the same memory`
    const path = [INSTANCE, 'readable_secondary_size_cu']
    findings.push(at(source, path, { ruleId: 'LB033', level: 'note', message }))
  }
  if (kept !== undefined && kept !== days) {
    const { minRestoreWindowDays: min, maxRestoreWindowDays: max } = limits
    const message = `restore_windows_days: ${days} is read as ${kept}, for the product keeps ${min.value} to ${max.value} days`
    findings.push(at(source, WINDOW_PATH, { ruleId: 'LB033', level: 'warn', message }))
  }
  return findings
}

/** LB002: one thing said by two keys. */
export const saidTwice: Rule = (_workload, source) => {
  const pairs = [
    [['promotion_percentage'], [INSTANCE, 'promotion_percentage']],
    [['database_storage', 'restore_window_days'], WINDOW_PATH],
  ] as const
  return pairs.flatMap(([first, second]) => {
    if (source.read(first) === undefined || source.read(second) === undefined) return []
    const message = `${second.join('.')} says again what ${first.join('.')} says`
    return at(source, second, {
      ruleId: 'LB002',
      level: 'error',
      message,
      hint: 'Keep one of them.',
    })
  })
}
