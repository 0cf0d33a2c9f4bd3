import { expect, test } from 'vitest'
import { readFormat } from './read-format.js'

test('directives count their arguments, or name them', () => {
  const parts = readFormat('%s %2$-5.1f %<x %d%%') ?? []
  const directives = parts.flatMap((part) => (typeof part === 'string' ? [] : [part]))
  expect(directives.map(({ argument, conversion }) => [argument, conversion])).toEqual([
    [0, 's'],
    [1, 'f'],
    [1, 'x'],
    [1, 'd'],
  ])
  expect(directives[1]).toMatchObject({ flags: '-', width: 5, precision: 1 })
  expect(parts.at(-1)).toBe('%')
})

test.each(['%', '100%', '%5'])('%j is no format', (format) => {
  expect(readFormat(format)).toBeUndefined()
})
