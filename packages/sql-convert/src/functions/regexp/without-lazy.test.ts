import { expect, test } from 'vitest'
import { printPattern } from './print-pattern.js'
import { readPattern } from './read-pattern.js'
import { withoutLazy } from './without-lazy.js'

test.each([
  ['(.*?)=(.*)', '([^\\n\\r=]*)=([^\\n\\r]*)'],
  ['://(.*?)/.*', '://([^\\n\\r/]*)/[^\\n\\r]*'],
  ['[a-c]*?b+', '[a-c]*?b+'],
  ['[a-c]*?bx*', '(?:(?!b)[a-c])*bx*'],
  ['\\d+?-x?', '[0-9]+-x?'],
  ['.+?-x?', '[^\\n\\r]+?-x?'],
  ['(a.*?-x*)\\d', '(a[^\\n\\r]*?-x*)[0-9]'],
  ['(a.*?)-x*', '(a[^\\n\\r\\-]*)-x*'],
  ['.*?-\\d+', '[^\\n\\r]*?-[0-9]+'],
  ['(?s).*?-x*', '[^\\-]*-x*'],
])('%s', (java, postgres) => {
  expect(printPattern(withoutLazy(readPattern(java)), 'kept')).toBe(postgres)
})
