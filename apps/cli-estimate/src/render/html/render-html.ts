import { createHash } from 'node:crypto'
import type { EstimateReport } from '../../report/estimate-report.js'
import { stylesheet } from './css/stylesheet.js'
import { type Html, html, htmlText, trustedHtml } from './html.js'
import { jsonScript } from './json-script.js'
import { comparisonSection } from './sections/comparison-section.js'
import { computeSection } from './sections/compute-section.js'
import { costSection } from './sections/cost-section.js'
import { discountsSection } from './sections/discounts-section.js'
import { findingsSection } from './sections/findings-section.js'
import { header } from './sections/header.js'
import { monthsSection } from './sections/months-section.js'
import { provenance } from './sections/provenance.js'
import { referenceSection } from './sections/reference-section.js'
import { tablesSection } from './sections/tables-section.js'

/**
 * An estimate as one HTML page that needs nothing else: no script, no font, no network. The report
 * itself lies within as JSON, in `script#report`.
 */
export function renderHtml(report: EstimateReport): string {
  return htmlText(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${report.generator}">
<title>${report.name}: Lakebase cost estimate</title>
<style>${trustedHtml(stylesheet)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the figures</a>
<div class="page">
${header(report)}
<main id="main" tabindex="-1">
${sections(report)}
</main>
${provenance(report)}
</div>
${jsonScript('report', report)}
</body>
</html>
`)
}

function sections(report: EstimateReport): Html {
  const { comparison, cost } = report
  return html`${findingsSection(report.findings)}
${costSection(cost)}
${computeSection(report.sizing)}
${monthsSection(cost)}
${tablesSection(report)}
${comparison === undefined ? undefined : comparisonSection(comparison)}
${referenceSection(report)}
${discountsSection(cost)}`
}

/** Nothing may load; the one stylesheet may apply because its hash is known. */
function contentSecurityPolicy(): string {
  const hash = createHash('sha256').update(stylesheet).digest('base64')
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}
