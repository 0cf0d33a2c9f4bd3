import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readConfigFile } from './read-config-file.js'

function read(text: string) {
  const profiles = [...readConfigFile(text)].map(([name, values]) => [
    name,
    Object.fromEntries(values),
  ])
  return Object.fromEntries(profiles)
}

test('sections, comments, blanks and both signs are read', () => {
  const text =
    '\uFEFF; made by hand\r\n[DEFAULT]\r\nHost = https://a\r\n# token = old\r\ntoken: t=1;2#3 \r\nempty =\r\n\r\n  [ my profile ]\r\nhost=b\r\nnonsense\r\n'
  expect(read(text)).toEqual({
    DEFAULT: { host: 'https://a', token: 't=1;2#3' },
    'my profile': { host: 'b' },
  })
})

test('lines before the first section belong to DEFAULT, and a section may come twice', () => {
  expect(read('host = a\n[x]\nhost = b\n[DEFAULT]\ntoken = t\n[x]\nhost = c')).toEqual({
    DEFAULT: { host: 'a', token: 't' },
    x: { host: 'c' },
  })
})

test('any text is read without an error', () => {
  fc.assert(fc.property(fc.string({ maxLength: 500 }), (text) => readConfigFile(text).size >= 1))
})
