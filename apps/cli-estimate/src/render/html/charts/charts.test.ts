import { htmlText } from '@lakebase/cli-kit'
import { describe, expect, test } from 'vitest'
import { shopCost } from '../../../../test/html/fixtures/shop-cost.js'
import { shopReport } from '../../../../test/html/fixtures/shop-report.js'
import { incompleteReport, tooLargeReport } from '../../../../test/html/fixtures/variations.js'
import { computeChart } from './compute-chart.js'
import { costChart, LARGEST_LINES } from './cost-chart.js'
import { hoursChart } from './hours-chart.js'
import { monthsChart } from './months-chart.js'

const { sizing } = shopReport

describe('cost chart', () => {
  test('shows the largest line first, and each with its formula and source', () => {
    const markup = htmlText(costChart(shopCost.lines))
    const values = [...markup.matchAll(/class="value"[^>]*>([^<]+)/g)].map((match) => match[1])
    expect(values.slice(0, 3)).toEqual(['$546.77', '$352.59', '$352.59'])
    expect(markup).toContain('730 h x 2.14 DBU x $0.35')
  })

  test('marks a line without a price as unknown, with what is missing and no bar', () => {
    const unknown = incompleteReport.cost.lines.filter((line) => line.status === 'unknown')
    const markup = htmlText(costChart(unknown))
    expect(markup).toContain('unknown, DBU per CU-hour on gcp, PREMIUM')
    expect(markup).not.toContain('<rect')
  })

  test('leaves what is beyond the largest lines to the table', () => {
    const lines = [...shopCost.lines, ...shopCost.lines]
    expect(htmlText(costChart(lines)).match(/class="value"/g)).toHaveLength(LARGEST_LINES)
  })
})

describe('compute chart', () => {
  test('names the binding limit and the chosen size', () => {
    const markup = htmlText(computeChart(sizing))
    expect(markup).toContain('>rate, the binding limit<')
    expect(markup).toContain('>min 14 CU<')
    expect(markup).toContain('>max 24 CU<')
  })

  test('has no chosen size where none fits', () => {
    expect(htmlText(computeChart(tooLargeReport.sizing))).not.toContain('mark-label')
  })

  test('calls one size fixed', () => {
    expect(htmlText(computeChart({ ...sizing, minCu: 24 }))).toContain('>fixed 24 CU<')
  })

  test('gives labels of near sizes a line each', () => {
    const markup = htmlText(computeChart({ ...sizing, minCu: 22 }))
    const heights = [...markup.matchAll(/class="mark-label"[^>]* y="(\d+)"/g)].map(([, y]) => y)
    expect(new Set(heights).size).toBe(2)
  })
})

test('the hours chart draws one step for each hour', () => {
  const markup = htmlText(hoursChart({ hourlyCu: sizing.hourlyCu, minCu: 14, maxCu: 24 }))
  expect(markup).toContain('viewBox="0 0 24 24"')
  expect(markup.match(/class="steps"[^>]* d="([^"]*)"/)?.[1]?.match(/L/g)).toHaveLength(47)
})

test('the months chart says where the promotion ends', () => {
  const markup = htmlText(monthsChart(shopCost))
  expect(markup).toContain('>Launch promotion<')
  expect(markup).toContain('>ends 2027-01-31<')
  expect(markup.match(/<rect/g)).toHaveLength(12)
})
