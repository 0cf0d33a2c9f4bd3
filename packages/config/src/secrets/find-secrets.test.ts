import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findSecrets } from './find-secrets.js'
import { redact } from './redact.js'

// Put together here, so that no scanner takes this file for a leak.
const HEX = '0123456789abcdef'.repeat(2)
const DAPI = `${'dapi'}${HEX}`
const JWT = ['eyJhbGciOiJub25lIn0', 'eyJzdWIiOiJub2JvZHkifQ', 'c2lnbmF0dXJl'].join('.')

test.each([
  ['a personal access token', `name: ${DAPI}`, 'name: '],
  ['a service token', `# ${'dose'}${HEX}-2 is old`, '#  is old'],
  ['a JSON web token', `name: ${JWT} # x`, 'name:  # x'],
  [
    'a password in a URL',
    `url: postgres://app:${'s3cr'}et@db.example.com/shop`,
    'url: postgres://app:@db.example.com/shop',
  ],
  ['the value of a key', 'password: hunter2', 'password: '],
  ['a quoted key without a space', '{"db_password":"hunter2"}', '{"db_password":'],
  ['a key in a flow map', 'x: { user: a, apiKey: b }', 'x: { user: a, apiKey: '],
  [
    'a key in a flow map before one with a reference',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is a reference, as users write it
    'x: {password: hunter2, token: ${TOKEN}}',
    'x: {password: ',
  ],
  [
    'a key in a flow map behind one with a reference',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is a reference, as users write it
    'x: {password: ${PASSWORD}, token: abc}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is a reference, as users write it
    'x: {password: ${PASSWORD}, token: ',
  ],
  ['a value that begins with a comma', 'password: ,abc', 'password: '],
  ['a variable', 'run: DATABRICKS_TOKEN=abc ls', 'run: DATABRICKS_TOKEN= ls'],
  [
    'a block below its key',
    'a:\r\n  secret: |\r\n    one\r\n    two\r\nb: 1',
    'a:\r\n  secret: \r\n\r\n\r\nb: 1',
  ],
  ['a value on the next line', 'token:\n  abc', 'token:\n'],
])('%s is not shown', (_name, text, shown) => {
  expect(redact(text).replaceAll('*', '')).toBe(shown)
  expect(redact(text)).toHaveLength(text.length)
})

test.each([
  'select * from tokens where token = :token',
  'primary_keys: [token_id]',
  '- { name: password, type: STRING }',
  'password:',
  'password: ""',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is a reference, as users write it
  'password: ${DB_PASSWORD}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as above
  'db: {user: app, password: ${DB_PASSWORD}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as above
  'db: { password: "${DB_PASSWORD}" , token: ~, secret: }',
  'token: "{{secrets/scope/key}}"',
  'token::text',
  'dapi is a prefix',
])('%s is no secret', (text) => {
  expect(findSecrets(text)).toEqual([])
})

test('spans are in order, within the text and apart from each other, whatever the text', () => {
  const piece = fc.constantFrom(
    'password: ',
    ` ${DAPI} `,
    JWT,
    '\n',
    '  ',
    'a',
    ':',
    '"',
    '{',
    ',',
    '\r\n',
    '=',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      let before = 0
      for (const { start, end } of findSecrets(text)) {
        expect(start).toBeGreaterThanOrEqual(before)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        before = end
      }
      expect(redact(text)).not.toContain(HEX)
    }),
  )
})
