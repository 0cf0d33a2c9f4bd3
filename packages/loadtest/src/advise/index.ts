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
export type { Plan, PlanNode } from './plan/plan-node.js'
export type { RunSql } from './run-sql.js'
