import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseWorkload } from '../src/parse-workload.js'
import { findingsOf } from './findings-of.js'

const text = readFileSync(new URL('samples/everything.yml', import.meta.url), 'utf8')

test('a file with every key is accepted, and only what is old in it is noted', () => {
  expect(findingsOf(text)).toEqual([
    '35:19 note LB008 sync_frequency is read as the schedule "0 0 2 * * ?" of tables that have none',
  ])
})

test('every part of the file reaches the workload', () => {
  const { workload } = parseWorkload(text, { file: 'w.yml' })
  expect(workload).toMatchSnapshot()
})

test('line ends of Windows and a byte order mark change nothing', () => {
  const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`
  expect(findingsOf(windows)).toEqual(findingsOf(text))
  expect(parseWorkload(windows, { file: 'w.yml' }).workload).toEqual(
    parseWorkload(text, { file: 'w.yml' }).workload,
  )
})
