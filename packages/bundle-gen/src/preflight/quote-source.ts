import { sourceParts } from '../names/source-name.js'

/** A source as a statement of a warehouse names it, each part in back-ticks. */
export function quoteSource(name: string): string {
  return (sourceParts(name) ?? [name]).map(quotePart).join('.')
}

/** A column or a part of a name. */
export function quotePart(part: string): string {
  return `\`${part.replaceAll('`', '``')}\``
}
