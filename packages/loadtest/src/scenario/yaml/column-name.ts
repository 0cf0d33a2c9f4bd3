/** `public.orders.order_id` and `orders.order_id`, with quotes as in SQL where a name has dots. */
export function columnName(written: string): { readonly table: string; readonly column: string } {
  const parts = written.match(/"[^"]+"|[^."]+/g) ?? []
  return { table: parts.slice(0, -1).join('.'), column: parts.at(-1) ?? '' }
}
