import { inspect } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDotEnv } from './parse-dot-env.js'
import { repairHost } from './repair-host.js'
import { Secret } from './secret.js'

function values(text: string): Record<string, string> {
  const entries = [...parseDotEnv(text, '.env').values]
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value instanceof Secret ? value.reveal() : value]),
  )
}

test('reads plain, exported, quoted and commented lines, with a byte order mark and Windows line ends', () => {
  const text = [
    '\uFEFF# comment',
    'A=one',
    'export B="two words" # comment',
    "C='no \\n escapes'",
    'D="a\\tb\\"c\\\\d"',
    'E= spaces around   # comment',
    'F=a#b',
    'G=',
    'H="two',
    'lines"',
    'A=last',
    '',
  ].join('\r\n')
  expect(values(text)).toEqual({
    A: 'last',
    B: 'two words',
    C: 'no \\n escapes',
    D: 'a\tb"c\\d',
    E: 'spaces around',
    F: 'a#b',
    G: '',
    H: 'two\nlines',
  })
})

test('values with the name or the form of a secret are wrapped', () => {
  const token = `${'dapi'}${'0f'.repeat(16)}`
  const { values } = parseDotEnv(`DATABRICKS_TOKEN=x\nOTHER=${token}\nHOST=a.b.com\n`, '.env')
  expect(values.get('DATABRICKS_TOKEN')).toBeInstanceOf(Secret)
  expect(values.get('OTHER')).toBeInstanceOf(Secret)
  expect(values.get('HOST')).toBe('a.b.com')
})

test('lines that are none are findings that do not show their text', () => {
  const { findings } = parseDotEnv("A=1\nhunter2\nB=\"open\nC='x' y\n", '.env')
  expect(findings).toEqual([
    expect.objectContaining({ line: 2, message: 'this line is not NAME=value' }),
    expect.objectContaining({ line: 3, message: 'a " that is not closed' }),
    expect.objectContaining({ line: 4, message: "text after the closing '" }),
  ])
  expect(JSON.stringify(findings)).not.toContain('hunter2')
})

test('what is written with double quotes is read again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const plain = value.replaceAll('\r', '')
      const written = plain.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')
      expect(values(`X="${written}"`)).toEqual({ X: plain })
    }),
  )
})

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      parseDotEnv(text, '.env')
      repairHost(text)
    }),
  )
})

test.each([
  ['https://dbc-1.cloud.databricks.com', 0],
  ['https://dbc-1.cloud.databricks.com/', 1],
  ['hhttps://dbc-1.cloud.databricks.com', 1],
  ['http://dbc-1.cloud.databricks.com', 1],
  ['https:/dbc-1.cloud.databricks.com', 0],
  ['dbc-1.cloud.databricks.com', 1],
  [' DBC-1.cloud.databricks.com/sql/warehouses?o=1 ', 2],
])('%s is repaired with %d notes', (text, notes) => {
  const { host, findings } = repairHost(text)
  expect(host).toBe('https://dbc-1.cloud.databricks.com')
  expect(findings).toHaveLength(notes)
  expect(findings.every(({ level }) => level === 'note')).toBe(true)
})

test('a server on this machine keeps http', () => {
  expect(repairHost('http://127.0.0.1:8080')).toEqual({
    host: 'http://127.0.0.1:8080',
    findings: [],
  })
})

test.each(['', 'workspace', 'https://', 'https://a b.com', 'https://user:pw@host.com', 'a..b'])(
  '"%s" is no host',
  (text) => {
    const { host, findings } = repairHost(text)
    expect(host).toBeUndefined()
    expect(findings).toEqual([expect.objectContaining({ level: 'error' })])
  },
)

test('a secret shows itself only when asked', () => {
  const secret = new Secret('hunter2')
  const shown = [`${secret}`, JSON.stringify({ secret }), inspect(secret), inspect({ secret })]
  expect(shown.join(' ')).not.toContain('hunter2')
  expect(Object.keys(secret)).toEqual([])
  expect(secret.reveal()).toBe('hunter2')
})
