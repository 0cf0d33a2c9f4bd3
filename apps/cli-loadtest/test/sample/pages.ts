import { renderAdviceHtml } from '../../src/render/html/advice/render-advice-html.js'
import { renderHtml } from '../../src/render/html/render-html.js'
import { renderSweepHtml } from '../../src/render/html/sweep/render-sweep-html.js'
import { ADVICES } from './advices.js'
import { REPORTS } from './reports.js'
import { SWEEPS } from './sweeps.js'

interface Page {
  readonly name: string
  readonly document: unknown
  readonly page: string
}

/** Every page that is made, with the document that it is made of. */
export const PAGES: readonly Page[] = [
  ...Object.entries(REPORTS).map(([name, document]) => ({
    name: `the report of ${name}`,
    document,
    page: renderHtml(document),
  })),
  ...Object.entries(SWEEPS).map(([name, document]) => ({
    name: `the sweep with ${name}`,
    document,
    page: renderSweepHtml(document),
  })),
  ...Object.entries(ADVICES).map(([name, document]) => ({
    name: `the advice with ${name}`,
    document,
    page: renderAdviceHtml(document),
  })),
]

const FULL: readonly string[] = [
  'the report of a stall in an open loop',
  'the sweep with a knee',
  'the sweep with a client that is the limit',
  'the advice with an index that is missing',
]

/** Those that show all that their kind has; the others leave parts of it out. */
export const FULL_PAGES: readonly Page[] = PAGES.filter(({ name }) => FULL.includes(name))
