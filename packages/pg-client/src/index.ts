export type { Clock } from '@lakebase/workspace'
export type { PgClient, PgPool, PgPoolOptions } from './adapters/pg-pool.js'
export type { PgField, PgQuery, PgQueryArguments, PgResult } from './adapters/pg-query.js'
export type { TypeParsers } from './adapters/pg-result.js'
export type { Health } from './client/health.js'
export type {
  AsUser,
  Lakebase,
  LakebaseStats,
  Statements,
  TransactionOptions,
} from './client/lakebase.js'
export type { TlsOptions } from './connection/open-socket.js'
export type { CallKind, Emit, LakebaseEvent } from './event.js'
export { lakebase } from './lakebase.js'
export { LakebaseError, type LakebaseErrorCode, type LakebaseErrorFacts } from './lakebase-error.js'
export type { LakebaseOptions, PoolPolicy, SessionOptions } from './options.js'
export type { PoolStats } from './pool/pool-stats.js'
export type { CallLimits } from './run/run-context.js'
export type { Transaction } from './run/transaction.js'
export type { Cursor, CursorTag } from './sql/cursor.js'
export type { Query, Rows, SqlValue, Tag } from './sql/query.js'
export type { Values } from './sql/row-statements.js'
export { type ResolvedTarget, resolveTarget } from './target/resolve-target.js'
export type { MintedToken, MintToken, TokenPolicy } from './token/rotating-token.js'
