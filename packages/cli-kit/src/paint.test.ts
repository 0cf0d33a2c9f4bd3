import { expect, test } from 'vitest'
import { wantsColor } from './paint.js'

test.each([
  ['auto', {}, true, true],
  ['auto', {}, false, false],
  ['auto', { NO_COLOR: '1' }, true, false],
  ['auto', { FORCE_COLOR: '1' }, false, true],
  ['auto', { FORCE_COLOR: '0' }, true, false],
  ['auto', { TERM: 'dumb' }, true, false],
  ['auto', { CI: 'true' }, true, false],
  ['always', { NO_COLOR: '1' }, false, true],
  ['never', { FORCE_COLOR: '1' }, true, false],
] as const)('--color %s with %j on a terminal: %s gives %s', (choice, env, tty, expected) => {
  expect(wantsColor(choice, env, tty)).toBe(expected)
})
