import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { emptyDocument, printDocument } from './print-document.js'

test.each([
  '1_000',
  '012',
  'on',
  'yes',
  '~',
  '2026-01-01',
  '1:30',
  '0x10',
  'null',
  '',
  ' a',
  'a: b',
])('the text "%s" is still a text for YAML 1.1 and 1.2', (text) => {
  const document = emptyDocument()
  document.set('value', text)
  const printed = printDocument(document)
  expect(parse(printed, { version: '1.1' })).toEqual({ value: text })
  expect(parse(printed, { version: '1.2' })).toEqual({ value: text })
})

test('a long text stays on its line', () => {
  const document = emptyDocument()
  document.set('value', 'word '.repeat(60).trim())
  expect(printDocument(document).trimEnd().split('\n')).toHaveLength(1)
})
