import { counted, type Html, html, section } from '@lakebase/cli-kit'
import type { JourneyBundle } from '../journey-report.js'

/** The files that deploy the workload, to read here before they are used. */
export function bundleSection(bundle: JourneyBundle | undefined): Html | undefined {
  if (bundle === undefined) return undefined
  const { folder, files, rules, product } = bundle
  const where = folder === undefined ? '' : ` In ${folder}.`
  return section({
    id: 'bundle',
    title: 'Bundle',
    gist: `${counted(files.length, 'file')} for the Databricks command line (${product}), checked against ${rules} rules.${where} databricks bundle validate is the next step.`,
    body: html`<div>${files.map(filePart)}</div>`,
  })
}

function filePart({ path, status, text }: JourneyBundle['files'][number]): Html {
  const lines = text === undefined ? 0 : text.trimEnd().split('\n').length
  const state = text === undefined ? status : `${status}, ${counted(lines, 'line')}`
  const name = html`<code>${path}</code> <span class="state">${state}</span>`
  if (text === undefined) return html`<p class="bundle-file">${name}</p>`
  return html`<details class="bundle-file"><summary>${name}</summary><pre>${text}</pre></details>`
}
