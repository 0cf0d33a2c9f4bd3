import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CHROMIUM_ARGUMENTS,
  FOCUS,
  FOLDED_HEIGHTS,
  findChromium,
  LOW_CONTRAST,
  openPage,
  PAGE_WIDTHS,
} from '@lakebase/testing'
import axe from 'axe-core'
import { type Browser, chromium } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderHtml } from '../src/render/html/render-html.js'
import { AXE_VIOLATIONS, CHART_TEXT_FAULTS } from './in-page.js'
import { FULL_PAGES, PAGES } from './sample/pages.js'
import { reportOf, sampleRun } from './sample/sample-report.js'

const executablePath = findChromium(process.env)
const name =
  executablePath === undefined
    ? 'in a browser (skipped: no Chromium here, set CHROMIUM_PATH)'
    : 'in a browser'
const numbers = v.array(v.number())

const LOOKS = [
  { width: 390, theme: 'dark' },
  { width: 390, theme: 'light' },
  { width: 1280, theme: 'dark' },
  { width: 1280, theme: 'light' },
] as const

describe.skipIf(executablePath === undefined)(name, () => {
  const folder = mkdtempSync(join(tmpdir(), 'loadtest-html-'))
  const file = join(folder, 'report.html')
  let browser: Browser

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [...CHROMIUM_ARGUMENTS],
    })
  })

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  const looks = PAGES.flatMap((page) =>
    LOOKS.filter((_, index) => index === 0 || FULL_PAGES.includes(page)).map((look) => ({
      ...look,
      of: page.name,
      html: page.page,
    })),
  )

  test.each(looks)(
    '$of at $width px, $theme, is quiet, fits, and can be read',
    async ({ html, width, theme }) => {
      writeFileSync(file, html)
      const { page, noise } = await openPage(browser, { file, width, theme })
      expect(noise).toEqual([])
      const [scrollWidth = 0, clientWidth = 0] = v.parse(numbers, await page.evaluate(PAGE_WIDTHS))
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
      expect(await page.evaluate(CHART_TEXT_FAULTS)).toEqual([])
      expect(await page.evaluate(LOW_CONTRAST)).toEqual([])
      await page.context().close()
    },
  )

  test.each(FULL_PAGES)('axe-core objects to nothing in $name', async ({ page }) => {
    // The page forbids every script, so axe goes into one without that rule.
    writeFileSync(file, page.replace(/<meta http-equiv[^>]*>/, ''))
    const opened = await openPage(browser, { file, width: 1280, theme: 'light' })
    await opened.page.addScriptTag({ content: axe.source })
    expect(await opened.page.evaluate(AXE_VIOLATIONS)).toEqual([])
    await opened.page.context().close()
  })

  test('paper shows what the screen folds, the keyboard opens it, and a PDF comes out', async () => {
    writeFileSync(file, renderHtml(reportOf(sampleRun)))
    const { page } = await openPage(browser, { file, width: 1280, theme: 'dark' })
    expect(Math.max(...v.parse(numbers, await page.evaluate(FOLDED_HEIGHTS)))).toBe(0)
    await page.emulateMedia({ media: 'print' })
    expect(Math.min(...v.parse(numbers, await page.evaluate(FOLDED_HEIGHTS)))).toBeGreaterThan(0)
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await page.emulateMedia({ media: 'screen' })
    await page.focus('summary')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(FOCUS)).toEqual(['summary', true])
    await page.context().close()
  })
})
