import { randomBytes } from 'node:crypto'
import postgres from 'postgres'

/** Statements that only the owner of the folder may run, over the socket in it. */
export interface Administration {
  createDatabase(name?: string): Promise<string>
  dropDatabase(name: string): Promise<void>
  setPassword(password: string): Promise<void>
}

export function administer(folder: string, port: number, user: string): Administration {
  const run = async (statement: (sql: postgres.Sql) => PromiseLike<unknown>) => {
    const sql = postgres({ host: folder, port, user, database: 'postgres', max: 1 })
    try {
      await statement(sql)
    } finally {
      await sql.end()
    }
  }
  return {
    async createDatabase(name = `temporary_${randomBytes(6).toString('hex')}`) {
      await run((sql) => sql`create database ${sql(name)}`)
      return name
    },
    dropDatabase: (name) => run((sql) => sql`drop database ${sql(name)} with (force)`),
    // A utility statement takes no parameters; the password is ours, of hexadecimal digits.
    setPassword: (password) =>
      run((sql) => sql.unsafe(`alter role current_user password '${password}'`)),
  }
}
