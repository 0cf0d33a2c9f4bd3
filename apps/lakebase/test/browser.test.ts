import { mkdtempSync } from 'node:fs'
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
import { lakebase } from './run-built.js'
import { shortDemo } from './short-demo.js'

const SLOW_MS = 300_000
const MOST_TABS = 120
const Numbers = v.array(v.number())

const executablePath = findChromium(process.env)
const name =
  executablePath === undefined
    ? 'the report in a browser (skipped: no Chromium here, set CHROMIUM_PATH)'
    : 'the report in a browser'

describe.skipIf(executablePath === undefined)(name, () => {
  const folder = mkdtempSync(join(tmpdir(), 'lakebase-browser-'))
  const file = join(folder, 'lakebase-demo/report.html')
  const shared = join(folder, 'shared.html')
  let browser: Browser

  beforeAll(async () => {
    shortDemo(folder)
    lakebase(['report', '--from', file, '--anonymize', '-o', shared], folder)
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [...CHROMIUM_ARGUMENTS],
    })
  }, SLOW_MS)

  afterAll(() => browser.close())

  const looks = [file, shared].flatMap((page) =>
    [390, 1280].flatMap((width) =>
      (['light', 'dark'] as const).map((theme) => ({ page, width, theme })),
    ),
  )

  test.each(looks)(
    '$page at $width px, $theme: quiet, no wider than the window, readable, and clean for axe',
    async ({ page: path, width, theme }) => {
      const { page, noise } = await openPage(browser, { file: path, width, theme })
      expect(noise).toEqual([])
      const [scrollWidth = 0, clientWidth = 0] = v.parse(Numbers, await page.evaluate(PAGE_WIDTHS))
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
      expect(await page.evaluate(LOW_CONTRAST)).toEqual([])
      await page.evaluate(axe.source)
      expect(await page.evaluate(VIOLATIONS)).toEqual([])
      expect(await page.evaluate(DEAD_LINKS)).toEqual([])
      await page.context().close()
    },
    SLOW_MS,
  )

  test('the keyboard reaches the steps first, then what is folded', {
    timeout: SLOW_MS,
  }, async () => {
    const { page } = await openPage(browser, { file, width: 1280, theme: 'light' })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toMatch(/^Check/)
    for (let tab = 0; tab < MOST_TABS; tab++) {
      if (String(await page.evaluate(FOCUS)) === 'summary,false') break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    expect(await page.evaluate(FOCUS)).toEqual(['summary', true])
    await page.context().close()
  })

  test('paper shows what the screen folds', { timeout: SLOW_MS }, async () => {
    const { page } = await openPage(browser, { file, width: 1280, theme: 'light' })
    await page.emulateMedia({ media: 'print' })
    expect(Math.min(...v.parse(Numbers, await page.evaluate(FOLDED_HEIGHTS)))).toBeGreaterThan(0)
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
    await page.context().close()
  })
})

/** What axe-core finds, by rule and element. */
const VIOLATIONS = `axe.run().then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target)))`

/** Links within the page that lead nowhere, and ids that stand twice. */
const DEAD_LINKS = `(() => {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  const dead = [...document.querySelectorAll('a[href^="#"]')]
    .map((link) => link.getAttribute('href').slice(1))
    .filter((id) => !ids.includes(id))
  return [...twice.map((id) => 'twice: ' + id), ...dead.map((id) => 'dead: ' + id)]
})()`
