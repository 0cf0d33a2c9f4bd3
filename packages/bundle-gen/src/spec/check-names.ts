import type { Finding } from '../finding.js'
import {
  POSTGRES_NAME_BYTES,
  RESOURCE_ID,
  resourceId,
  SYNCED_NAME,
  utf8Bytes,
} from '../names/identifiers.js'
import type { BundleSpec } from './bundle-spec.js'

/** The user's part that dev adds is known on the workspace only. */
const DEV_ID_LENGTH = 30

/** Names of the bundle as a whole. */
export function checkNames(spec: BundleSpec): readonly Finding[] {
  const { database } = spec
  const id = database.product === 'autoscaling' ? database.projectId : database.instanceName
  return [
    ...unless(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(spec.name), {
      ruleId: 'BG001',
      level: 'error',
      message: `bundle name "${spec.name}" has other signs than letters, digits and "-_."`,
      why: 'it is a folder in the workspace and begins the name of every job',
    }),
    ...unless(RESOURCE_ID.test(id), {
      ruleId: 'BG001',
      level: 'error',
      message: `"${id}" is no id of a ${database.product === 'autoscaling' ? 'project' : 'database instance'}`,
      expected: '1 to 63 lower-case letters, digits and hyphens, a letter first',
      hint: `bundle.project_id: ${resourceId(id) || 'my-project'}`,
    }),
    ...unless(id.length <= DEV_ID_LENGTH, {
      ruleId: 'BG002',
      level: 'warn',
      message: `the id "${id}" leaves ${Math.max(0, 62 - id.length)} characters for the user's name in dev`,
      why: 'dev appends -<user> to keep developers apart, and an id has at most 63 characters',
    }),
    ...unless(SYNCED_NAME.test(spec.catalog), {
      ruleId: 'BG001',
      level: 'error',
      message: `"${spec.catalog}" cannot be the catalog of synced tables`,
      expected: 'letters, digits and underscores',
    }),
    ...unless(isPostgresName(spec.databaseName) && /^[A-Za-z0-9_]+$/.test(spec.databaseName), {
      ruleId: 'BG001',
      level: 'error',
      message: `"${spec.databaseName}" cannot be the database of synced tables`,
      expected: `letters, digits and underscores, at most ${POSTGRES_NAME_BYTES} bytes`,
    }),
    ...unless(isPlainName(spec.storageCatalog) && isPlainName(spec.storageSchema), {
      ruleId: 'BG001',
      level: 'error',
      message: `"${spec.storageCatalog}.${spec.storageSchema}" cannot hold the state of the pipelines`,
      expected: 'a catalog and a schema without dots, spaces and slashes',
    }),
    ...unless(spec.storageCatalog.toLowerCase() !== spec.catalog.toLowerCase(), {
      ruleId: 'BG003',
      level: 'error',
      message: `the pipelines cannot keep their state in "${spec.catalog}"`,
      why: 'it is the catalog of the Postgres database; storage needs an ordinary one',
      hint: 'bundle.storage_catalog: main',
    }),
    ...unless(spec.host === undefined || /^https:\/\/[^/\s${}]+\/?$/.test(spec.host), {
      ruleId: 'BG001',
      level: 'error',
      message: `"${spec.host}" is no address of a workspace`,
      expected: 'https:// and the host, no path; a host takes no reference either',
    }),
  ]
}

/** The finding, unless all is well. */
export function unless(isRight: boolean, finding: Finding): readonly Finding[] {
  return isRight ? [] : [finding]
}

/** What Postgres does not cut off, and what is no reference of the bundle. */
export function isPostgresName(name: string): boolean {
  return name !== '' && utf8Bytes(name) <= POSTGRES_NAME_BYTES && isLiteral(name)
}

/** `${` would be taken for a reference when the bundle is read. */
export function isLiteral(text: string): boolean {
  return !text.includes('${') && !/\p{Cc}/u.test(text)
}

function isPlainName(name: string): boolean {
  return name !== '' && !/[. /]/.test(name) && isLiteral(name)
}
