/** `shop.orders.order_id`, as SQL and a `column` generator take it: in quotes what is not in lower case. */
export function writtenName(...parts: readonly string[]): string {
  return parts.map(quotedIfNeeded).join('.')
}

function quotedIfNeeded(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`
}
