export {
  type Explain,
  type ExplainOptions,
  type ExplainRequest,
  explainWith,
  type RunSql,
} from './explain/explain.js'
export { GrammarError, type PostgresStatement, parsePostgres } from './grammar/parse-postgres.js'
export type { Check, CheckReason, Verification } from './verification.js'
export {
  type Verifiable,
  type VerifyOptions,
  verifyScript,
  verifyStatement,
} from './verify-script.js'
