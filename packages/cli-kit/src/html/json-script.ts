import { type Html, trustedHtml } from './html.js'

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/**
 * A value as a JSON data block that a program can read back from the page. Within JSON those
 * characters stand in strings only, where an escape means the same: nothing can close the element.
 */
export function jsonScript(id: 'report', value: unknown): Html {
  const json = JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => ESCAPES[c] ?? '')
  return trustedHtml(`<script type="application/json" id="${id}">${json}</script>`)
}
