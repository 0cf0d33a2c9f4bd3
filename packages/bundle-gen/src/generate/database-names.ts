import { resourceId } from '../names/identifiers.js'

/** `shop-owner`; ids have at most 63 characters. */
export function roleId(database: string): string {
  return `${resourceId(database).slice(0, 57) || 'database'}-owner`.replace('--', '-')
}

/** `shop-db` */
export function databaseId(database: string): string {
  return `${resourceId(database).slice(0, 60) || 'database'}-db`.replace('--', '-')
}

/** `shop_owner`, the role in Postgres that owns the database. */
export function postgresRole(database: string): string {
  return `${database.slice(0, 57)}_owner`
}
