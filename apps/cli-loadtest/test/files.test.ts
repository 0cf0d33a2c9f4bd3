import { Histogram } from '@lakebase/loadtest'
import { expect, test } from 'vitest'
import { renderReport } from '../src/render/render-report.js'
import { reportOf, sampleRun } from './sample/sample-report.js'

const report = reportOf(sampleRun)

function rows(csv: string): readonly (readonly string[])[] {
  return csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
}

test('a .csv has a row a script and one for all, each of the same width', async () => {
  const [head = [], ...body] = rows(await renderReport(report, 'csv', 'run.csv'))
  expect(body.map(([script]) => script)).toEqual([
    'order_by_id',
    'orders_of_customer',
    'place_order',
    'total',
  ])
  for (const row of body) expect(row).toHaveLength(head.length)
  const p99 = head.indexOf('response_p99_us')
  expect(Number(body.at(-1)?.[p99])).toBe(sampleRun.total.response.p99)
})

test('a .series.csv has a row a second', async () => {
  const [head = [], ...body] = rows(await renderReport(report, 'csv', 'out/run.series.csv'))
  expect(body).toHaveLength(sampleRun.series.length)
  expect(body[41]?.[head.indexOf('queue')]).toBe('1702')
})

test('a name that a spreadsheet would run is only text', async () => {
  const [script] = sampleRun.scripts
  const scripts = script ? [{ ...script, id: '=cmd|"/c calc",1' }] : []
  const csv = await renderReport(reportOf({ ...sampleRun, scripts }), 'csv', 'run.csv')
  expect(csv.split('\r\n')[1]).toMatch(/^"'=cmd\|""\/c calc"",1",/)
})

test('an .hlog has a tagged line a script whose histogram has the same percentiles', async () => {
  const log = await renderReport(report, 'hlog', 'run.hlog')
  const lines = log.split('\n').filter((line) => line.startsWith('Tag='))
  expect(lines).toHaveLength(3)
  for (const [index, line] of lines.entries()) {
    const [tag, second, seconds, , histogram = ''] = line.split(',')
    const { id, response } = sampleRun.scripts[index] ?? sampleRun.total
    expect([tag, Number(second), Number(seconds)]).toEqual([`Tag=${id}`, 10, 60])
    expect(Histogram.decode(histogram).percentile(99.9)).toBe(response.p999)
  }
})

test('the JSON is the report itself', async () => {
  expect(JSON.parse(await renderReport(report, 'json', '-'))).toEqual(
    JSON.parse(JSON.stringify(report)),
  )
})
