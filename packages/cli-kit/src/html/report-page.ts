import { createHash } from 'node:crypto'
import { type Html, html, htmlText, trustedHtml } from './html.js'
import { jsonScript } from './json-script.js'

export interface ReportPage {
  readonly title: string
  readonly generator: string
  readonly stylesheet: string
  /** What the first link skips to: `Skip to the figures`. */
  readonly skip: string
  readonly header: Html
  readonly main: Html
  readonly footer: Html
  /** The report itself, for programs: JSON in `script#report`. */
  readonly report: unknown
}

/** A report as one HTML page that needs nothing else: no script, no font, no network. */
export function reportPage(page: ReportPage): string {
  const { title, generator, stylesheet, skip, header, main, footer, report } = page
  return htmlText(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(stylesheet)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${generator}">
<title>${title}</title>
<style>${trustedHtml(stylesheet)}</style>
</head>
<body>
<a class="skip" href="#main">${skip}</a>
<div class="page">
${header}
<main id="main" tabindex="-1">
${main}
</main>
${footer}
</div>
${jsonScript('report', report)}
</body>
</html>
`)
}

/** Nothing may load; the one stylesheet may apply because its hash is known. */
function contentSecurityPolicy(stylesheet: string): string {
  const hash = createHash('sha256').update(stylesheet).digest('base64')
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}
