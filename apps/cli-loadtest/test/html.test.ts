import { describe, expect, test } from 'vitest'
import { renderHtml } from '../src/render/html/render-html.js'
import { renderSweepHtml } from '../src/render/html/sweep/render-sweep-html.js'
import { PAGES } from './sample/pages.js'
import { REPORTS } from './sample/reports.js'
import { reportOf, sampleRun } from './sample/sample-report.js'
import { SWEEPS } from './sample/sweeps.js'

describe.each(PAGES)('$name', ({ page, document }) => {
  test('names no other file and runs no script', () => {
    expect(page).not.toMatch(/\s(src|href|srcset|action|data)="(?!#)/)
    expect(page).not.toMatch(/url\(|@import/)
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="application/json" id="report">'])
    expect(page).not.toMatch(/<[^>]*\s(on[a-z]+|style)=/)
  })

  test('holds the whole report as JSON', () => {
    const json = page.match(/id="report">([\s\S]*?)<\/script>/)?.[1] ?? ''
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(document)))
  })

  test('gives each id once, and every link and reference leads to one', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const links = [...page.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)]
    for (const [, id = ''] of links) for (const one of id.split(' ')) expect(ids).toContain(one)
  })

  test('never prints a value that is not there', () => {
    const shown = page.replace(/<script[\s\S]*<\/script>/, '')
    expect(shown).not.toMatch(/undefined|NaN|Infinity|\[object/)
  })
})

test.each(Object.entries(REPORTS))(
  'the report of %s says the verdicts before any figure',
  (_name, report) => {
    const page = renderHtml(report)
    expect(page.indexOf('id="verdicts"')).toBeLessThan(page.indexOf('id="latency"'))
  },
)

describe('the picture of a sweep', () => {
  const picture = (name: string) => renderSweepHtml(SWEEPS[name] ?? failing(name))
  const line = (page: string) =>
    /id="latency-by-rate-desc"[\s\S]*?class="line main"[^>]* d="([^"]+)"/.exec(page)?.[1] ?? ''

  test('goes through each rate once, and shows each run', () => {
    const page = picture('a knee')
    const across = [...line(page).matchAll(/[ML]([\d.]+) /g)].map(([, x]) => Number(x))
    expect(across).toHaveLength(7)
    expect(across).toEqual([...new Set(across)].toSorted((a, b) => a - b))
    const dots = page.split('id="throughput-by-rate-desc"')[0]?.match(/<circle class="dot[^>]*%"/g)
    expect(dots).toHaveLength(9)
    expect(page).toContain('>knee 800/s<')
  })

  test('names a knee only where the database has one', () => {
    const page = picture('a client that is the limit').replace(/<script[\s\S]*<\/script>/, '')
    expect(page).toContain(
      '<strong class="error">No knee:</strong> the client came to its limit at 800/s',
    )
    expect(page).toContain('>holds at 400/s<')
    expect(page).not.toMatch(/>knee /)
    expect(page).toContain('LT101')
  })
})

function failing(name: string): never {
  throw new Error(`there is no sweep of ${name}`)
}

test('a picture of half an hour has no more points than one of five minutes', () => {
  const page = renderHtml(REPORTS['half an hour'] ?? reportOf(sampleRun))
  const line = /id="latency-over-time-desc"[\s\S]*?class="line main"[^>]* d="([^"]+)"/.exec(page)
  expect(line?.[1]?.match(/[ML]/g)?.length).toBe(300)
})

test('no text of a scenario or of the server becomes markup', () => {
  const evil = '</script><img src=x onerror=alert(1)>'
  const page = renderHtml(
    reportOf({
      ...sampleRun,
      scenario: { ...sampleRun.scenario, name: evil },
      errors: [{ code: 'XX000', script: evil, message: evil, count: 1 }],
      verdicts: [{ ruleId: 'LT101', level: 'warn', message: evil }],
      statements: sampleRun.statements.map((one) => ({ ...one, sql: evil })),
    }),
  )
  expect(page).not.toContain('<img')
  expect(page.match(/<\/script>/g)).toHaveLength(1)
})
