import { usageError } from '@lakebase/cli-kit'

/** Which part of a run that many machines share. */
export interface Shard {
  /** From 0. */
  readonly index: number
  readonly count: number
}

/**
 * `0/4` to `3/4`: the first of four shards to the last.
 *
 * @throws CliError with exit code 2
 */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  const shard = { index: Number(index), count: Number(count) }
  if (shard.count > 0 && shard.index < shard.count) return shard
  throw usageError(`--shard: "${text}" is no shard`, 'of four they are 0/4, 1/4, 2/4 and 3/4')
}
