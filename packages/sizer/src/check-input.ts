import type { ComputeLoad, ComputeWish } from './compute/compute-sizing.js'
import { SizingInputError } from './sizing-input-error.js'

const HOURS_OF_A_DAY = 24

/** @throws SizingInputError on the first number that no load can have */
export function checkLoad(load: ComputeLoad): void {
  checkAmount(load.bulkWritesPerSecond, 'load.bulkWritesPerSecond')
  checkAmount(load.continuousWritesPerSecond, 'load.continuousWritesPerSecond')
  checkAmount(load.readsPerSecond, 'load.readsPerSecond')
  if (load.hotSetGb !== undefined) checkAmount(load.hotSetGb, 'load.hotSetGb')
  if (load.connections !== undefined) checkCount(load.connections, 'load.connections')
  checkCount(load.syncedTables, 'load.syncedTables')
  if (load.hourlyLoad) checkHourlyLoad(load.hourlyLoad)
  for (const [index, run] of load.syncRuns.entries()) {
    checkAmount(run.rows, `load.syncRuns[${index}].rows`)
    if (run.deadlineSeconds !== undefined) {
      checkAmount(run.deadlineSeconds, `load.syncRuns[${index}].deadlineSeconds`)
    }
  }
}

/** @throws SizingInputError on a size that is no positive number, or a part of a compute */
export function checkWish(wish: ComputeWish): void {
  if (wish.minCu !== undefined) checkPositive(wish.minCu, 'wish.minCu')
  if (wish.maxCu !== undefined) checkPositive(wish.maxCu, 'wish.maxCu')
  if (wish.haComputes !== undefined) checkCount(wish.haComputes, 'wish.haComputes')
}

/** @throws SizingInputError unless finite and 0 or more */
export function checkAmount(value: number, path: string): void {
  if (!Number.isFinite(value)) {
    throw new SizingInputError('not_finite', path, 'a finite number', value)
  }
  if (value < 0) throw new SizingInputError('negative', path, '0 or more', value)
}

/** @throws SizingInputError unless finite and above 0 */
export function checkPositive(value: number, path: string): void {
  checkAmount(value, path)
  if (value === 0) throw new SizingInputError('out_of_range', path, 'more than 0', value)
}

/** @throws SizingInputError unless 0 to 1 */
export function checkShare(value: number, path: string): void {
  checkAmount(value, path)
  if (value > 1) throw new SizingInputError('out_of_range', path, 'a share, 0 to 1', value)
}

function checkCount(value: number, path: string): void {
  checkAmount(value, path)
  if (!Number.isInteger(value)) {
    throw new SizingInputError('not_whole', path, 'a whole number', value)
  }
}

function checkHourlyLoad(shares: readonly number[]): void {
  if (shares.length !== HOURS_OF_A_DAY) {
    const expected = `${HOURS_OF_A_DAY} shares, one for each hour`
    throw new SizingInputError('wrong_length', 'load.hourlyLoad', expected, shares.length)
  }
  for (const [hour, share] of shares.entries()) checkShare(share, `load.hourlyLoad[${hour}]`)
}
