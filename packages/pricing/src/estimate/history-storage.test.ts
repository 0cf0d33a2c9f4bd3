import { expect, test } from 'vitest'
import { historyStorage } from '../index.js'

test('a daily rewrite of 2,048 GB fills a week with 14,336 GB, or with none at the low end', () => {
  expect(historyStorage({ rewrittenGb: 2048, changedGb: 0, streamedGb: 0 }, 7)).toMatchObject({
    low: 0,
    expected: 14_336,
    high: 14_336,
  })
})

test('declared changes are certain, streamed ones only bound the high end', () => {
  expect(historyStorage({ rewrittenGb: 0, changedGb: 3, streamedGb: 5 }, 2)).toMatchObject({
    low: 6,
    expected: 6,
    high: 16,
    why: '(3 GB changed + 0 GB rewritten by SNAPSHOT syncs) a day x 2 days',
  })
})
