import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reports } from '../../../test/html/fixtures/reports.js'
import type { EstimateReport } from '../../report/estimate-report.js'
import { renderHtml } from './render-html.js'

const MAX_BYTES = 300_000
const entries = Object.entries(reports)

describe.each(entries)('the %s report', (_name, report) => {
  const page = renderHtml(report)

  test('is one file of less than 300 kB that names no other', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(MAX_BYTES)
    expect(page).not.toMatch(/\s(src|href|srcset|action|data)="(?!#)/)
    expect(page).not.toMatch(/url\(|@import/)
  })

  test('forbids every load but its own style', () => {
    const style = page.match(/<style>([\s\S]*?)<\/style>/)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page).toContain(`style-src &#39;sha256-${hash}&#39;`)
    expect(page).toContain('default-src &#39;none&#39;')
  })

  test('has no script to run, no handler and no style attribute', () => {
    const scripts = page.match(/<script[^>]*>/g)
    expect(scripts).toEqual(['<script type="application/json" id="report">'])
    expect(page).not.toMatch(/<[^>]*\s(on[a-z]+|style)=/)
  })

  test('holds the whole report as JSON', () => {
    const json = page.match(/id="report">([\s\S]*?)<\/script>/)?.[1] ?? ''
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(report)))
  })

  test('gives each id once, and every reference leads to one', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    const references = [...page.matchAll(/aria-labelledby="([^"]+)"/g)]
    for (const id of references.flatMap((match) => match[1]?.split(' ') ?? [])) {
      expect(ids).toContain(id)
    }
  })

  test('never prints a value that is not there', () => {
    expect(page).not.toMatch(/undefined|NaN|Infinity|\[object/)
  })
})

test('answers the question in one sentence', () => {
  expect(headlineOf(reports.shop)).toBe(
    '14–24 CU, $3,068 a month at list, $1,766 with today’s discounts.',
  )
})

test('says "at least" and names the missing rate when a line has no price', () => {
  const page = renderHtml(reports.incomplete)
  expect(headlineOf(reports.incomplete)).toContain('at least $933 a month')
  expect(page).toContain('4 of 10 lines without a price')
  expect(page).toContain('DBU per CU-hour on gcp, PREMIUM')
  expect(page).toContain('Total, at least')
})

test('leads with what does not fit, and with the ways out', () => {
  expect(headlineOf(reports['too large'])).toMatch(/^Does not fit: the load needs 143.6 CU/)
  expect(renderHtml(reports['too large'])).toContain('Split the workload over two projects.')
})

test('says that an empty workload is one, and that there are no findings', () => {
  expect(headlineOf(reports.empty)).toMatch(/^An empty workload/)
  expect(renderHtml(reports.empty)).toContain('No findings.')
})

test('puts errors before warnings before notes, and folds many notes', () => {
  const page = renderHtml(reports.troubled)
  const levels = [...page.matchAll(/class="finding (\w+)"/g)].map((match) => match[1])
  expect(levels).toEqual([...'eeeewwwwnnnn'].map((c) => ({ e: 'error', w: 'warn', n: 'note' })[c]))
  expect(page).toContain('<summary>4 notes</summary>')
})

test('sets the caret under the place of a finding', () => {
  const page = renderHtml(reports.troubled)
  expect(page).toContain(
    '<span class="gutter">     </span>                  <span class="caret">^^^^^^^^^</span>',
  )
})

test('shows a failed gate and the old figures when the report has them', () => {
  const page = renderHtml(reports.compared)
  expect(page).toContain('>Fails</b> the gate of at most +10%')
  expect(page).toContain('It priced one schedule for the whole file')
})

test('no text of the user becomes markup', () => {
  const attack = fc.constantFrom(
    '<script>alert(1)</script>',
    '</script><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title><svg onload=alert(1)>',
    '<!--',
    ']]></style><style>*{}',
    '&lt;script&gt;',
  )
  const text = fc.oneof(attack, fc.string({ unit: 'binary' }))
  const bare = tagsOf(renderHtml(injected('x')))
  fc.assert(
    fc.property(text, (payload) => {
      expect(tagsOf(renderHtml(injected(`x${payload}`)))).toEqual(bare)
    }),
    { numRuns: 60 },
  )
})

/** Every tag of a page with the names of its attributes, without their values. */
function tagsOf(page: string): readonly string[] {
  return (page.match(/<[^>]*>/g) ?? [])
    .filter((tag) => !/^<\/?text|^<title|^<\/title/.test(tag))
    .map((tag) => tag.replace(/="[^"]*"/g, '='))
}

/** A report with the text in every place that a user's file can reach. */
function injected(text: string): EstimateReport {
  const { shop, compared, troubled, incomplete } = reports
  const finding = troubled.findings[0]
  return {
    ...compared,
    name: text,
    config: text,
    target: { ...shop.target, region: text },
    sizing: {
      ...shop.sizing,
      combined: text,
      needs: shop.sizing.needs.map((need) => ({ ...need, why: text, source: text })),
    },
    tables: shop.tables.map((table) => ({ ...table, name: text, policy: text })),
    pipelines: shop.pipelines.map((pipeline) => ({
      ...pipeline,
      schedule: text,
      policy: text,
      tables: [text],
    })),
    cost: {
      ...shop.cost,
      lines: [...shop.cost.lines, ...incomplete.cost.lines].map((line) => ({
        ...line,
        label: text,
        unit: text,
        formula: text,
      })),
      discounts: shop.cost.discounts.map((discount) => ({ ...discount, label: text })),
    },
    comparison: {
      ...reports.compared.comparison,
      with: text,
      before: 1,
      after: 2,
      change: 1,
      lines: [{ id: text, label: text, change: 1 }],
    },
    reference: { total: 1 },
    referenceGaps: [{ key: text, reference: 1, reason: text }],
    findings: [
      {
        ...finding,
        ruleId: text,
        level: 'error',
        message: text,
        file: text,
        line: 1,
        excerpt: text,
        expected: text,
        hint: text,
        why: text,
        suggestion: text,
      },
    ],
    exit: { code: 1, reason: text },
  }
}

function headlineOf(report: EstimateReport): string {
  const markup = renderHtml(report).match(/<p class="headline">([\s\S]*?)<\/p>/)?.[1] ?? ''
  return markup
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
