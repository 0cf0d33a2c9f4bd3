import { renderAdviceHtml } from '../../src/render/html/advice/render-advice-html.js'
import { renderHtml } from '../../src/render/html/render-html.js'
import { renderSweepHtml } from '../../src/render/html/sweep/render-sweep-html.js'
import { ADVICES } from './advices.js'
import { REPORTS } from './reports.js'
import { SWEEPS } from './sweeps.js'

/** Every page that is made, with the document that it is made of. */
export const PAGES: readonly { name: string; document: unknown; page: string }[] = [
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
