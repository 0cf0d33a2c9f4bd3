import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderHtml } from '../src/render/html/render-html.js'
import { REPORTS, reportOf } from './example-report.js'

describe.each(Object.entries(REPORTS))('the page of the report "%s"', (_name, report) => {
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
    const links = [...page.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)].map(([, id]) => id)
    for (const id of links) expect(ids).toContain(id)
  })

  test('never prints a value that is not there', () => {
    const shown = page.replace(/<script[\s\S]*<\/script>/, '')
    expect(shown).not.toMatch(/undefined|NaN|\[object/)
  })
})

test('what a finding is about is underlined and leads to it', () => {
  const page = renderHtml(REPORTS.mixed)
  expect(page).toMatch(
    /<a class="mark error" href="#s1-2-f1" title="error: [^"]*">sentiment\(note\)<\/a>/,
  )
})

test('errors come before everything else', () => {
  const page = renderHtml(REPORTS.mixed)
  expect(page.indexOf('id="findings"')).toBeLessThan(page.indexOf('id="summary"'))
  expect(page.indexOf('finding error')).toBeLessThan(page.indexOf('finding warn'))
})

test('no text of a source becomes markup', () => {
  const piece = fc.constantFrom(
    '<q>',
    '</pre>',
    '"',
    "'",
    '&',
    'SELECT foo(1)',
    ';',
    '</script>',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const page = renderHtml(reportOf({ '<i>.sql': pieces.join('') }))
      expect(page).not.toMatch(/<q>|<i>/)
      expect(page.match(/<\/script>/g)).toHaveLength(1)
    }),
    { numRuns: 100 },
  )
})
