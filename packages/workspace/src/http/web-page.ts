/** The title of a web page, empty when it has none; undefined when the text is not a web page. */
export function webPageTitle(text: string): string | undefined {
  const start = text.trimStart().slice(0, 100_000)
  if (!/^(?:<!--|<!doctype html|<html|<head|<\?xml)/i.test(start)) return undefined
  const [, title = ''] = /<title[^>]*>([^<]{0,200})/i.exec(start) ?? []
  return title.replace(/\s+/g, ' ').trim()
}
