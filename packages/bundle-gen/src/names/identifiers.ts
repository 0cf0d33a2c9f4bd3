/** Projects, branches, endpoints, databases (live API answers, databricks/cli acceptance tests, 2026-05-19). */
export const RESOURCE_ID = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/
/** Catalog, schema and table of a synced table (databricks-agent-skills, synced-tables.md, 2026-08). */
export const SYNCED_NAME = /^[A-Za-z0-9_]+$/
/** NAMEDATALEN - 1 of PostgreSQL: what is longer is cut off there. */
export const POSTGRES_NAME_BYTES = 63

/** Bytes of a text in UTF-8, which is how Postgres counts names. */
export function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length
}

/** An id from any name: `My Shop_EU` is `my-shop-eu`. */
export function resourceId(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
}

/** A part of a resource key: letters, digits, single underscores. */
export function keyPart(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
}
