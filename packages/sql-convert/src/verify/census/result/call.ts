import { sparkCompatSql } from '../../../compat/library.js'
import { child, type Tree } from '../../grammar/tree.js'
import type { ResultCensus } from './census.js'
import { strings } from './marks.js'
import { type Node, nodeOf } from './nodes.js'
import { visitWindow } from './window.js'

/** Aggregates of PostgreSQL 17 (chapter 9.21). */
const AGGREGATES: ReadonlySet<string> = new Set(
  `array_agg avg bit_and bit_or bit_xor bool_and bool_or count every json_agg json_object_agg jsonb_agg
  jsonb_object_agg max min range_agg string_agg sum corr covar_pop covar_samp regr_avgx regr_avgy
  regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy stddev stddev_pop stddev_samp
  variance var_pop var_samp mode percentile_cont percentile_disc any_value`.split(/\s+/),
)

/** Functions of PostgreSQL that give rows. */
const ROWS: ReadonlySet<string> = new Set(
  `generate_series generate_subscripts json_array_elements jsonb_array_elements jsonb_array_elements_text
  jsonb_each jsonb_each_text jsonb_object_keys regexp_matches regexp_split_to_table string_to_table
  unnest`.split(/\s+/),
)

export function visitCall(census: ResultCensus, node: Node): void {
  const [, body] = node
  const names = strings(body, 'funcname')
  const name = names.at(-1) ?? ''
  const marks = [
    ...census.marks(withoutWindow(node)),
    `call ${name}`,
    ...(body.agg_distinct === true ? ['distinct'] : []),
  ]
  const window = child(body, 'over')
  if (window) {
    census.add('window', marks)
    visitWindow(census, window)
  } else if (isAggregate(body, name, names[0] === 'spark_compat')) {
    census.add('aggregate', marks)
  } else if (ROWS.has(name)) {
    census.add('generator', marks)
  }
  census.conditions('filter', nodeOf(body, 'agg_filter'))
}

function isAggregate(body: Tree, name: string, isOurs: boolean): boolean {
  if (AGGREGATES.has(name) || (isOurs && compatAggregates().has(name))) return true
  return ['agg_star', 'agg_distinct', 'agg_within_group', 'agg_filter', 'agg_order'].some(
    (field) => field in body,
  )
}

function withoutWindow([kind, { over: _over, ...body }]: Node): Node {
  return [kind, body]
}

let ours: ReadonlySet<string> | undefined

function compatAggregates(): ReadonlySet<string> {
  ours ??= new Set(
    [...sparkCompatSql().matchAll(/AGGREGATE spark_compat\.(\w+)/g)].map(([, name = '']) => name),
  )
  return ours
}
