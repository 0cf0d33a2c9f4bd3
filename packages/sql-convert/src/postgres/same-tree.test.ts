import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameTree } from './same-tree.js'

test('trees are the same when their JSON is', () => {
  const tree = fc.jsonValue({ maxDepth: 3 })
  fc.assert(
    fc.property(tree, tree, (one, other) => {
      expect(isSameTree(one, structuredClone(one))).toBe(true)
      expect(isSameTree(one, other)).toBe(isSameTree(other, one))
      if (JSON.stringify(one) === JSON.stringify(other)) expect(isSameTree(one, other)).toBe(true)
    }),
  )
})

test.each([
  [{ kind: 'name', alias: undefined }, { kind: 'name' }, true],
  [{ kind: 'name' }, { kind: 'name', alias: 'a' }, false],
  [{ kind: 'name', alias: undefined }, { kind: 'name', other: undefined }, true],
  [['a'], { 0: 'a' }, false],
  [['a', 'b'], ['a'], false],
])('%j and %j', (one, other, isSame) => {
  expect(isSameTree(one, other)).toBe(isSame)
  expect(isSameTree(other, one)).toBe(isSame)
})
