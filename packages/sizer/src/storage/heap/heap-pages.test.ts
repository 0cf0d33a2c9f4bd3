import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeSpaceMap } from './free-space-map.js'
import { heapPages } from './heap-pages.js'

describe('heapPages', () => {
  test.each([
    { what: 'no tuple needs no page', lengths: [40], tuples: 0, fillfactor: 100, pages: 0 },
    { what: '8168 / (40 + 4) = 185 a page', lengths: [40], tuples: 185, fillfactor: 100, pages: 1 },
    { what: 'one more starts a page', lengths: [40], tuples: 186, fillfactor: 100, pages: 2 },
    { what: 'lengths are aligned to 8', lengths: [33], tuples: 185, fillfactor: 100, pages: 1 },
    {
      what: 'a million in proportion',
      lengths: [40],
      tuples: 1_850_000,
      fillfactor: 100,
      pages: 10_000,
    },
    { what: 'seven of 1,024 bytes', lengths: [1024], tuples: 7000, fillfactor: 100, pages: 1000 },
    { what: 'one of 7,000 bytes', lengths: [7000], tuples: 12, fillfactor: 100, pages: 12 },
    // kept free: 819; a tuple goes in while 40 + 819 <= room, 8164 - 44 n
    {
      what: 'fillfactor 90: 167 a page',
      lengths: [40],
      tuples: 167_000,
      fillfactor: 90,
      pages: 1000,
    },
    // a gap of 8168 - 4100 - 4 = 4064 takes a tuple of 4000
    {
      what: 'the free space map finds the gap',
      lengths: [4096, 4096, 4040, 4040],
      tuples: 4,
      fillfactor: 100,
      pages: 2,
    },
  ])('$what', ({ lengths, tuples, fillfactor, pages }) => {
    expect(heapPages(lengths, tuples, fillfactor)).toBe(pages)
  })

  test('tuples of one length: never fewer pages for more rows, longer tuples or more free space', () => {
    const lengths = fc.integer({ min: 24, max: 2032 })
    return fc.assert(
      fc.property(lengths, lengths, fc.nat(1e7), fc.nat(1e7), (one, other, rows, more) => {
        const [short, long] = one < other ? [one, other] : [other, one]
        const pages = heapPages([short], rows, 100)
        expect(heapPages([long], rows, 100)).toBeGreaterThanOrEqual(pages)
        expect(heapPages([short], rows + more, 100)).toBeGreaterThanOrEqual(pages)
        expect(heapPages([short], rows, 80)).toBeGreaterThanOrEqual(pages)
      }),
      { numRuns: 20 },
    )
  })
})

describe('freeSpaceMap', () => {
  test('what is recorded counts in steps of 32 bytes, down; what is needed, up', () => {
    const map = freeSpaceMap()
    map.record(3, 95)
    expect(map.find(65)).toBeUndefined()
    expect(map.find(64)).toBe(3)
  })

  test('answers go round among the pages that have enough', () => {
    const map = freeSpaceMap()
    for (const page of [2, 5, 9]) map.record(page, 320)
    expect([1, 2, 3, 4].map(() => map.find(300))).toEqual([2, 5, 9, 2])
  })

  test('a page in use is forgotten, and the map grows', () => {
    const map = freeSpaceMap()
    map.record(5000, 640)
    expect(map.find(600)).toBe(5000)
    map.record(5000, 0)
    expect(map.find(32)).toBeUndefined()
  })
})
