import { expect, test } from 'vitest'
import { retryAfterMs } from './retry-after.js'

test.each([
  { header: '0', ms: 0 },
  { header: ' 3 ', ms: 3_000 },
  { header: '0.5', ms: 500 },
  { header: 'Thu, 01 Jan 1970 00:01:00 GMT', ms: 50_000 },
  { header: 'Thu, 01 Jan 1970 00:00:01 GMT', ms: 0 },
  { header: '', ms: undefined },
  { header: '-5', ms: undefined },
  { header: 'soon', ms: undefined },
  { header: '1e9', ms: undefined },
  { header: undefined, ms: undefined },
])('"$header" is $ms ms', ({ header, ms }) => {
  expect(retryAfterMs(header, 10_000)).toBe(ms)
})
