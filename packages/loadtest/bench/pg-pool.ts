import pg from 'pg'

export const openPgPool = (options: pg.PoolConfig) => new pg.Pool(options)
