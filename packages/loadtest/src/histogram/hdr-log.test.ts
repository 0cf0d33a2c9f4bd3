import { decodeFromCompressedBase64 } from 'hdr-histogram-js'
import { expect, test } from 'vitest'
import { hdrLog } from './hdr-log.js'
import { Histogram } from './histogram.js'

test('writes intervals that HdrHistogram reads, with their tags', () => {
  const histogram = new Histogram()
  for (const us of [120, 450, 21_903]) histogram.record(us)
  const log = hdrLog(new Date('2026-11-28T01:02:03.456Z'), [
    { second: 0, seconds: 1, histogram },
    { second: 1.5, seconds: 0.5, tag: 'new order, 10%', histogram },
  ])
  const lines = log.split('\n')
  const encoded = histogram.encode()
  expect(lines).toEqual([
    '#[Histogram log format version 1.3]',
    '#[Values are microseconds]',
    '#[BaseTime: 1795827723.456 (seconds since epoch)]',
    '#[StartTime: 1795827723.456 (seconds since epoch), 2026-11-28T01:02:03.456Z]',
    '"StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"',
    `0.000,1.000,21.903,${encoded}`,
    `Tag=new%20order%2C%2010%25,1.500,0.500,21.903,${encoded}`,
    '',
  ])
  expect(decodeFromCompressedBase64(encoded).maxValue).toBe(21_903)
})
