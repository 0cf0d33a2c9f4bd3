import { describe, expect, test } from 'vitest'
import { renderHtml } from '../src/render/html/render-html.js'
import { REPORTS } from './sample/reports.js'
import { reportOf, sampleRun } from './sample/sample-report.js'

describe.each(Object.entries(REPORTS))('the page of %s', (_name, report) => {
  const page = renderHtml(report)

  test('names no other file and runs no script', () => {
    expect(page).not.toMatch(/\s(src|href|srcset|action|data)="(?!#)/)
    expect(page).not.toMatch(/url\(|@import/)
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="application/json" id="report">'])
    expect(page).not.toMatch(/<[^>]*\s(on[a-z]+|style)=/)
  })

  test('holds the whole report as JSON', () => {
    const json = page.match(/id="report">([\s\S]*?)<\/script>/)?.[1] ?? ''
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(report)))
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

  test('says the verdicts before any figure', () => {
    expect(page.indexOf('id="verdicts"')).toBeLessThan(page.indexOf('id="latency"'))
  })
})

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
