import { describe, expect, test } from 'vitest'
import { btreePages } from './btree-pages.js'
import { fillLeafPages } from './fill-leaf-pages.js'
import { groupSizes } from './group-sizes.js'
import { internalPages } from './internal-pages.js'
import { postingTuples, repeatedTuples } from './leaf-item.js'

const keys = (rows: number, length: number) => ({
  rows,
  distinct: rows,
  tupleLengths: [length],
  deduplicated: false,
})

describe('btreePages, every key once', () => {
  test.each([
    { what: 'an empty index is its metapage', rows: 0, length: 16, pages: 1 },
    { what: 'one leaf is the root', rows: 366, length: 16, pages: 2 },
    // 366 integers a leaf; 2 leaves need a root
    { what: 'two leaves and a root', rows: 700, length: 16, pages: 1 + 2 + 1 },
    // 2,000,000 / 366 = 5465 leaves; / 285 = 20 below the root
    { what: 'two million integers', rows: 2_000_000, length: 16, pages: 1 + 5465 + 20 + 1 },
  ])('$what: $pages pages', ({ rows, length, pages }) => {
    expect(btreePages([keys(rows, length)])).toBe(pages)
  })
})

describe('fillLeafPages', () => {
  test('366 integer keys fill a leaf to 90 %', () => {
    const { finishedPages, finishedRows } = fillLeafPages(repeatedTuples(16, 10_000))
    expect(finishedRows / finishedPages).toBe(366)
  })

  test('a parting key between equal keys holds a TID of 8 bytes more', () => {
    const same = fillLeafPages(repeatedTuples(16, 1000))
    expect(same.pivotBytes / same.finishedPages).toBe(16 + 8)
  })
})

describe('postingTuples', () => {
  test.each([
    { rows: 1, lengths: [16] },
    { rows: 2, lengths: [16 + 16] }, // 16 + 12, aligned
    { rows: 132, lengths: [808] },
    { rows: 134, lengths: [808, 32] },
    { rows: 133, lengths: [808, 16] },
  ])('$rows rows of one key', ({ rows, lengths }) => {
    expect(postingTuples(16, rows).map((item) => item.length)).toEqual(lengths)
  })

  test('deduplication makes an index of few keys about a third', () => {
    const few = { rows: 1_000_000, distinct: 50, tupleLengths: [16] }
    const share =
      btreePages([{ ...few, deduplicated: true }]) / btreePages([{ ...few, deduplicated: false }])
    expect(share).toBeCloseTo(0.31, 1)
  })
})

describe('groupSizes', () => {
  test.each([1, 1.02, 1.5, 3, 20, 199, 201, 5000])('average %d, none empty', (mean) => {
    const sizes = groupSizes(mean, 20_000)
    const average = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
    expect(average / mean).toBeCloseTo(1, 2)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1)
  })
})

test.each([
  { leaves: 1, pages: 0 },
  { leaves: 2, pages: 1 },
  { leaves: 284, pages: 1 },
  { leaves: 284 * 284, pages: 284 + 1 },
])('$leaves leaves of integers need $pages pages above', ({ leaves, pages }) => {
  expect(internalPages(leaves, 16)).toBe(pages)
})
