/** The parts of `main.shop.orders`, with or without back-ticks; undefined where there is a part that is empty. */
export function tableNameParts(name: string): readonly string[] | undefined {
  const isName = /^(?:`[^`]+`|[^`.\s]+)(?:\.(?:`[^`]+`|[^`.\s]+))*$/.test(name)
  if (!isName) return undefined
  return [...name.matchAll(/`([^`]+)`|[^`.]+/g)].map(([all, quoted]) => quoted ?? all)
}
