export type { LocalPostgres } from './local-postgres.js'
export { LocalPostgresError, type LocalPostgresErrorCode } from './local-postgres-error.js'
export { type LocalPostgresOptions, startPostgres } from './start-postgres.js'
