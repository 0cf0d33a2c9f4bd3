import { expect, test } from 'vitest'
import { progressLine } from './progress-line.js'

function written(stderrIsTty: boolean, quiet: boolean): string {
  let text = ''
  const stderr = (more: string) => {
    text += more
  }
  const line = progressLine({ stderr, stderrIsTty }, quiet)
  line.show('1 of 2')
  line.show('2 of 2')
  line.clear()
  line.clear()
  return text
}

test('writes over itself on a terminal, and is gone at the end', () => {
  expect(written(true, false)).toBe('\r1 of 2\u001B[K\r2 of 2\u001B[K\r\u001B[K')
})

test('says nothing where nobody looks, or when told to be quiet', () => {
  expect(written(false, false)).toBe('')
  expect(written(true, true)).toBe('')
})
