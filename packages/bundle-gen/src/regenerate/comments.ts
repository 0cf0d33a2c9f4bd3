import { isScalar, type Pair, type YAMLMap } from 'yaml'
import { KEEP } from '../generate/marker.js'

/** Comments of ours that tell of values, and age with them. */
const TELLS_OF_VALUES =
  /^ (Pipeline .*: (SNAPSHOT|TRIGGERED|CONTINUOUS)|High availability: |\d+\.\d+\.\d+: )/

/** Writes those lines of a comment anew; all others stay. True when it did. */
export function refreshComment(
  disk: Pair<unknown, unknown>,
  ours: Pair<unknown, unknown>,
): boolean {
  if (!isScalar(disk.key) || !isScalar(ours.key)) return false
  const old = disk.key.commentBefore?.split('\n') ?? []
  const wanted = (ours.key.commentBefore?.split('\n') ?? []).filter((line) =>
    TELLS_OF_VALUES.test(line),
  )
  const stale = old.filter((line) => TELLS_OF_VALUES.test(line))
  if (stale.join('\n') === wanted.join('\n')) return false
  const at = old.findIndex((line) => TELLS_OF_VALUES.test(line))
  const others = old.filter((line) => !TELLS_OF_VALUES.test(line))
  const lines = others.toSpliced(at === -1 ? others.length : at, 0, ...wanted)
  if (lines.length > 0) disk.key.commentBefore = lines.join('\n')
  else delete disk.key.commentBefore
  return true
}

/** The reader hangs a comment above the first line of a block on the block; here it goes with the line. */
export function hoistComment(map: YAMLMap<unknown, unknown>): void {
  const key = map.items[0]?.key
  const comment = map.commentBefore
  if (comment === undefined || comment === null || !isScalar(key)) return
  if (map.flow || key.commentBefore !== undefined || comment.trim() === KEEP) return
  key.commentBefore = comment
  delete map.commentBefore
}
