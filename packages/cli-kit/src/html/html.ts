const MARKUP = Symbol('markup')

/** Markup that may stand in a page as it is. Data cannot forge it: its key is a symbol of this file. */
export interface Html {
  readonly [MARKUP]: string
}

/** What a template may hold. Text is escaped, `undefined` is nothing. */
export type HtmlValue = string | number | undefined | Html | readonly Html[]

/**
 * Markup with every text value escaped, for element content and for quoted attributes.
 *
 * @example html`<p title="${name}">${message}</p>`
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return markedUp(strings.reduce((text, part, index) => text + toMarkup(values[index - 1]) + part))
}

/** Marks text as markup. Only for text that this program wrote or escaped itself. */
export function trustedHtml(markup: string): Html {
  return markedUp(markup)
}

/** The markup as a string. */
export function htmlText(value: Html): string {
  return value[MARKUP]
}

function markedUp(markup: string): Html {
  return { [MARKUP]: markup }
}

function toMarkup(value: HtmlValue): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return escapeText(value)
  if (typeof value === 'number') return String(value)
  return isHtml(value) ? value[MARKUP] : value.map(htmlText).join('')
}

function isHtml(value: Html | readonly Html[]): value is Html {
  return MARKUP in value
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** Control characters but line feed and tab have no place in HTML; they become a visible mark. */
function escapeText(text: string): string {
  return text
    .replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '')
    .replace(/[^\n\t\P{Cc}]/gu, '\uFFFD')
}
