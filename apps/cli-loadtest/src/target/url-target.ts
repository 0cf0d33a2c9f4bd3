import { type Io, usageError } from '@lakebase/cli-kit'
import { type OpenedTarget, openedTarget } from './opened-target.js'
import { parseAddress, targetOfEnvironment } from './parse-address.js'

/**
 * Any Postgres: `--url`, else DATABASE_URL, else PGHOST and its like.
 *
 * @throws CliError with exit code 2 when nothing names one
 */
export function urlTarget(url: string | undefined, io: Pick<Io, 'env' | 'cwd'>): OpenedTarget {
  const target = named(url, io)
  if (target === undefined) {
    throw usageError(
      'nothing says which database to test',
      '--embedded starts one for the moment; or DATABASE_URL=postgres://user@host/database, PGHOST, --url, --lakebase',
    )
  }
  return openedTarget(target)
}

function named(url: string | undefined, io: Pick<Io, 'env' | 'cwd'>) {
  if (url !== undefined) return parseAddress(url, '--url', io)
  if (io.env.DATABASE_URL) return parseAddress(io.env.DATABASE_URL, 'DATABASE_URL', io)
  return targetOfEnvironment(io)
}
