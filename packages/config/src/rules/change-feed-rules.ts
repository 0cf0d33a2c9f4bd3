import limits from '../data/product-limits.json' with { type: 'json' }
import type { Finding } from '../finding.js'
import type { SyncedTable } from '../workload.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import { at, type Rule } from './rule.js'

/** LB020: incremental syncs read the change data feed, which views do not have. */
export const changeDataFeed: Rule = ({ sync }, source) =>
  sync.tables.flatMap((table) => (table.policy === 'SNAPSHOT' ? [] : feedFindings(table, source)))

function feedFindings(table: SyncedTable, source: YamlSource): readonly Finding[] {
  const { policy, changeDataFeed: feed, name } = table
  if (table.source === 'view') {
    const message = `${name}: ${policy} needs a change data feed, and a view has none`
    const hint = 'Use SNAPSHOT, or sync the tables behind the view.'
    return [at(source, [...table.at, 'source'], { ruleId: 'LB020', level: 'error', message, hint })]
  }
  if (feed === true) return []
  const hint = `ALTER TABLE ${name} SET TBLPROPERTIES (delta.enableChangeDataFeed = true), then change_data_feed: true.`
  if (feed === false) {
    const message = `${name}: ${policy} needs a change data feed, and it is off`
    const path = [...table.at, 'change_data_feed']
    return [at(source, path, { ruleId: 'LB020', level: 'error', message, hint })]
  }
  const message = `${name}: ${policy} needs a change data feed, and the file does not say that it is on`
  return [at(source, [...table.at, 'name'], { ruleId: 'LB020', level: 'warn', message, hint })]
}

/** LB021: so many rows change that a full copy is cheaper. */
export const changedShare: Rule = ({ sync }, source) =>
  sync.tables.flatMap(({ policy, rows, rowsChangedPerRun, at: table, name }) => {
    if (policy !== 'TRIGGERED' || !rows || rowsChangedPerRun === undefined) return []
    const share = rowsChangedPerRun / rows
    if (share <= limits.snapshotBetterAboveShare.value) return []
    const message = `${name}: ${Number((share * 100).toPrecision(3))} % of the rows change in each run, where SNAPSHOT is about 10 times as efficient`
    const hint = 'Use SNAPSHOT, or run more often.'
    const path = [...table, 'rows_changed_per_run']
    return at(source, path, { ruleId: 'LB021', level: 'warn', message, hint })
  })
