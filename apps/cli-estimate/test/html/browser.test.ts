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
import { type Browser, chromium, type Page } from 'playwright-core'
import { array, number, parse } from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderHtml } from '../../src/render/html/render-html.js'
import { reports } from './fixtures/reports.js'
import { CHART_SIZES, CHART_TEXT_FAULTS } from './in-page.js'

const SLOW_MS = 60_000
const MOST_TABS = 60

const executablePath = findChromium(process.env)
const name =
  executablePath === undefined
    ? 'in a browser (skipped: no Chromium here, set CHROMIUM_PATH)'
    : 'in a browser'

describe.skipIf(executablePath === undefined)(name, () => {
  const folder = mkdtempSync(join(tmpdir(), 'estimate-html-'))
  let browser: Browser

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [...CHROMIUM_ARGUMENTS],
    })
  }, SLOW_MS)

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  const looks = Object.entries(reports).flatMap(([report, value]) =>
    [390, 1280].flatMap((width) =>
      (['light', 'dark'] as const).map((theme) => ({ report, value, width, theme })),
    ),
  )

  test.each(looks)(
    'the $report report at $width px, $theme, is quiet, fits, and can be read',
    async ({ value, width, theme }) => {
      const file = join(folder, 'report.html')
      writeFileSync(file, renderHtml(value))
      const { page, noise } = await openPage(browser, { file, width, theme })
      expect(noise).toEqual([])
      const [scrollWidth = 0, clientWidth = 0] = parse(numbers, await page.evaluate(PAGE_WIDTHS))
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
      expect(Math.min(1, ...parse(numbers, await page.evaluate(CHART_SIZES)))).toBeGreaterThan(0)
      expect(await page.evaluate(CHART_TEXT_FAULTS)).toEqual([])
      expect(await page.evaluate(LOW_CONTRAST)).toEqual([])
      await page.context().close()
    },
    SLOW_MS,
  )

  test('folded parts open with the keyboard alone', async () => {
    const page = await openShop(browser, folder)
    for (let tab = 0; tab < MOST_TABS; tab++) {
      await page.keyboard.press('Tab')
      if (String(await page.evaluate(FOCUS)) === 'summary,false') break
    }
    await page.keyboard.press('Enter')
    expect(await page.evaluate(FOCUS)).toEqual(['summary', true])
    await page.context().close()
  })

  test(
    'paper shows what the screen folds, and a PDF comes out',
    async () => {
      const page = await openShop(browser, folder)
      expect(Math.max(...parse(numbers, await page.evaluate(FOLDED_HEIGHTS)))).toBe(0)
      await page.emulateMedia({ media: 'print' })
      expect(Math.min(...parse(numbers, await page.evaluate(FOLDED_HEIGHTS)))).toBeGreaterThan(0)
      const pdf = await page.pdf({ format: 'A4' })
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      await page.context().close()
    },
    SLOW_MS,
  )
})

const numbers = array(number())

async function openShop(browser: Browser, folder: string): Promise<Page> {
  const file = join(folder, 'shop.html')
  writeFileSync(file, renderHtml(reports.shop))
  const { page } = await openPage(browser, { file, width: 1280, theme: 'light' })
  return page
}
