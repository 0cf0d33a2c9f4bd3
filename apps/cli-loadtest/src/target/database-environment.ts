import type { Io } from '@lakebase/cli-kit'
import { readDotEnv } from '@lakebase/cli-kit/workspace'

/** What says where a database is, and how to get in. */
const WANTED = /^(DATABASE_URL|PG[A-Z]+|LAKEBASE_[A-Z]+)$/

/** The environment, and below it the `.env` of the folder where the command was typed. */
export function databaseEnvironment({ env, cwd }: Pick<Io, 'env' | 'cwd'>): Io['env'] {
  const values = readDotEnv([cwd], (all) => [...all.keys()].some((name) => WANTED.test(name)))
  const found = [...(values ?? [])].map(
    ([name, value]) => [name, typeof value === 'string' ? value : value.reveal()] as const,
  )
  return { ...Object.fromEntries(found), ...env }
}
