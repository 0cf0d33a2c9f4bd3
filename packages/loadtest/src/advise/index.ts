export type {
  Advice,
  AdviceFinding,
  PlanFigures,
  Proposal,
  QueryAdvice,
  Rejection,
  RejectionReason,
  UsedBy,
} from './advice.js'
export { advise } from './advise.js'
export { AdviseError, type AdviseErrorCode } from './advise-error.js'
export type { AdviceProgress, AdviseOptions, TableWrites, WorkloadQuery } from './advise-options.js'
export {
  type AppliedIndex,
  type ApplyOptions,
  type ApplyProgress,
  applyAdvice,
} from './apply/apply-advice.js'
export type { Plan, PlanNode } from './plan/plan-node.js'
export type { BoundValue, RunSql } from './run-sql.js'
export {
  queriesFromStatStatements,
  type StatStatements,
  type StatStatementsOptions,
} from './workload/queries-from-stat-statements.js'
