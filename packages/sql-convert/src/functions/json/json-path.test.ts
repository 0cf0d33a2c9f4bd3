import { expect, test } from 'vitest'
import { pathArray, readJsonPath } from './json-path.js'

test.each([
  ['$', []],
  ['$.a.b[0]', ['a', 'b', 0]],
  ["$['a key'].b", ['a key', 'b']],
  ['$["x"]', ['x']],
  ['$.list[*].id', ['list', { kind: 'each' }, 'id']],
])('%s', (path, steps) => {
  expect(readJsonPath(path)).toEqual(steps)
})

test.each(['a.b', '$.', '$..a', '$[x]', '$[-1]'])('%s finds nothing', (path) => {
  expect(readJsonPath(path)).toBeUndefined()
})

test('steps are an array of Postgres, quoted where they must be', () => {
  expect(pathArray(['a', 0, 'b c', 'say "x"', 'null'])).toBe('{a,0,"b c","say \\"x\\"","null"}')
})
