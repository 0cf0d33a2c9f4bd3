/** `main.shop.order items` as SQL: each part in backticks, which no name can leave. */
export function quoteName(name: string): string {
  return name.split('.').map(quotePart).join('.')
}

export function quotePart(part: string): string {
  return `\`${part.replaceAll('`', '``')}\``
}
