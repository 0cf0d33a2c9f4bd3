/** The three parts of a Unity Catalog name, back-ticks taken off; undefined for anything else. */
export function sourceParts(name: string): readonly [string, string, string] | undefined {
  const parts = [...name.matchAll(/(?:^|\.)(?:`((?:[^`]|``)*)`|([^`.]*))(?=\.|$)/g)]
  if (parts.map(([all]) => all).join('') !== name) return undefined
  const [catalog, schema, table, ...more] = parts.map(
    ([, quoted, plain]) => quoted?.replaceAll('``', '`') ?? plain ?? '',
  )
  if (!catalog || !schema || !table || more.length > 0) return undefined
  return [catalog, schema, table]
}

/**
 * What Unity Catalog refuses in the name of an object: a dot, a space, a slash, control characters
 * (docs.databricks.com/aws/en/sql/language-manual/sql-ref-names, 2026-11).
 */
const FORBIDDEN = /[. /\p{Cc}]/u

/** Whether the part can be the name of a catalog, schema or table at all. */
export function isObjectName(part: string): boolean {
  return !FORBIDDEN.test(part) && part.length <= 255
}

/** The source as the API takes it: three parts without back-ticks. */
export function plainSourceName(name: string): string {
  return sourceParts(name)?.join('.') ?? name
}
