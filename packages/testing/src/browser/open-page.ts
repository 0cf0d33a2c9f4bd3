import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'

/** No window, no account, and no request of the browser's own. */
export const CHROMIUM_ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

/** How a page is looked at. */
export interface Look {
  readonly file: string
  readonly width: number
  readonly theme: 'light' | 'dark'
}

/** The page, and everything that it said or asked for but itself. */
export async function openPage(
  browser: Browser,
  { file, width, theme }: Look,
): Promise<{ readonly page: Page; readonly noise: readonly string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme })
  const page = await context.newPage()
  const url = pathToFileURL(file).href
  const noise: string[] = []
  page.on('console', (message) => noise.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`))
  page.on('request', (request) => {
    if (request.url() !== url) noise.push(`request: ${request.url()}`)
  })
  await page.goto(url)
  return { page, noise }
}
