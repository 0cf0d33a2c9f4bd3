import { expect, test } from 'vitest'
import { keepLayout } from './keep-layout.js'

const DISK = `# mine
a:    1   # padded
list:
    - 'x'
    - y
z: 0
map: { k: v }

b: 2
`
const PRINTED = `# mine
a: 1 # padded
list:
  - 'x'
  - y
z: 0
map: {k: v}

b: 2
`

test('only the lines that say something else are written anew', () => {
  const changed = PRINTED.replace('b: 2', 'b: 3\nc: 4')
  expect(keepLayout(DISK, PRINTED, changed)).toBe(DISK.replace('b: 2', 'b: 3\nc: 4'))
})

test('a line in a layout of its own that says something else is printed', () => {
  const changed = PRINTED.replace('a: 1', 'a: 5')
  expect(keepLayout(DISK, PRINTED, changed)).toBe(DISK.replace('a:    1   #', 'a: 5 #'))
})

test('a line put into a list of another indentation has the list printed, and no more', () => {
  const changed = PRINTED.replace("  - 'x'\n", "  - 'x'\n  - new\n")
  expect(keepLayout(DISK, PRINTED, changed)).toBe(
    DISK.replace("    - 'x'\n    - y\n", "  - 'x'\n  - new\n  - y\n"),
  )
})

test('where the lines of both would say something else together, all of it is printed', () => {
  const disk = 'm:\n      a: 1\n      # one\n      b: 2\n'
  const printed = 'm:\n  a: 1\n  # one\n  b: 2\n'
  const changed = 'm:\n  a: 1\n  # one\n  b: 2\n  c: 3\n'
  expect(keepLayout(disk, printed, changed)).toBe(changed)
})

test('ends of line stay those of the file', () => {
  const disk = DISK.replaceAll('\n', '\r\n')
  const changed = PRINTED.replace('b: 2', 'b: 3')
  expect(keepLayout(disk, PRINTED, changed)).toBe(disk.replace('b: 2', 'b: 3'))
})
