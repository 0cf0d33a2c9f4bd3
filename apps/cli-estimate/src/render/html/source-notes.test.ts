import { htmlText } from '@lakebase/cli-kit'
import { expect, test } from 'vitest'
import { sourceNotes } from './source-notes.js'

const prices = { source: 'Price list', asOf: '2026-04-10' }
const newer = { source: 'Price list', asOf: '2026-10-01' }

test('gives one note to a source however often it is used, and another to another date', () => {
  const notes = sourceNotes('cost-source', [prices, newer, { ...prices }])
  expect(htmlText(notes.list).match(/<li/g)).toHaveLength(2)
  expect(htmlText(notes.mark({ ...prices }))).toContain('href="#cost-source-1"')
  expect(htmlText(notes.mark(newer))).toContain('href="#cost-source-2"')
})

test('each mark leads to its note', () => {
  const notes = sourceNotes('cost-source', [prices])
  expect(htmlText(notes.list)).toContain('<li id="cost-source-1">Price list, ')
})
