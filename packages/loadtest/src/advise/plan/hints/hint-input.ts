import type { Catalog, Table } from '../../catalog/catalog.js'
import type { Grammar } from '../../grammar/parse.js'
import type { PreparedQuery } from '../../workload/prepared-query.js'
import { nodesOf, type Plan, type PlanNode } from '../plan-node.js'

export interface HintInput {
  readonly catalog: Catalog
  readonly grammar: Grammar
  readonly prepared: PreparedQuery
  /** As it is today. */
  readonly plan: Plan
  /** With the proposals. */
  readonly after: Plan
}

/** Rows that a node gave in all its loops: as counted, or as estimated. */
export function rowsOf(node: PlanNode): number {
  return node.actualRows === undefined ? node.rows : node.actualRows * (node.loops ?? 1)
}

/** The table that a node reads. */
export function tableOf({ catalog }: HintInput, node: PlanNode): Table | undefined {
  return node.relation === undefined ? undefined : catalog.find(node.relation, node.schema)
}

export function allNodes(plan: Plan): readonly PlanNode[] {
  return [...nodesOf(plan.root)]
}
