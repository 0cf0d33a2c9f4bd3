import limits from '../../data/bundle-limits.json' with { type: 'json' }
import type { Finding } from '../../finding.js'
import { type BundleValue, textOf } from '../../read/bundle-value.js'
import { literalParts } from '../../read/references.js'
import type { Resource } from '../../read/target-view.js'
import { type Check, fieldOf, findingsOf, titleOf } from '../check.js'
import { splitName } from '../split-name.js'
import { syncedTablesOf } from '../synced-table.js'

const found = findingsOf('LB101')

const SHORT_NAME = `\${workspace.current_user.short_name}`
const FRIENDLY_NAME = `\${workspace.current_user.domain_friendly_name}`

interface NameForm {
  readonly whole: RegExp
  /** What each character may be, for names of which a part is known on the workspace only. */
  readonly letters: RegExp
  readonly first: RegExp
  readonly words: string
}

const RESOURCE_ID: NameForm = {
  whole: /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
  letters: /^[a-z0-9-]*$/,
  first: /^[a-z]/,
  words: '1 to 63 lower-case letters, digits and hyphens, a letter first and no hyphen last',
}
const ROLE_ID: NameForm = {
  ...RESOURCE_ID,
  whole: /^[a-z][a-z0-9-]{3,62}$/,
  words: '4 to 63 lower-case letters, digits and hyphens, a letter first',
}
const INSTANCE_NAME: NameForm = {
  whole: /^[A-Za-z][A-Za-z0-9-]{0,62}$/,
  letters: /^[A-Za-z0-9-]*$/,
  first: /^[A-Za-z]/,
  words: '1 to 63 letters, digits and hyphens, a letter first',
}

const NAMES: readonly (readonly [type: string, field: string, form: NameForm])[] = [
  ['postgres_projects', 'project_id', RESOURCE_ID],
  ['postgres_branches', 'branch_id', RESOURCE_ID],
  ['postgres_endpoints', 'endpoint_id', RESOURCE_ID],
  ['postgres_databases', 'database_id', RESOURCE_ID],
  ['postgres_roles', 'role_id', ROLE_ID],
  ['database_instances', 'name', INSTANCE_NAME],
]

const POSTGRES_NAMES = [
  ['postgres_roles', 'postgres_role'],
  ['postgres_databases', 'postgres_database'],
  ['postgres_catalogs', 'postgres_database'],
  ['postgres_synced_tables', 'postgres_database'],
  ['database_catalogs', 'database_name'],
  ['synced_database_tables', 'logical_database_name'],
] as const

/** LB101: ids and names that the service or Postgres would refuse. */
export const names: Check = ({ view }) => [
  ...NAMES.flatMap(([type, field, form]) =>
    view.ofType(type).flatMap((one) => idFindings(one, field, form)),
  ),
  ...POSTGRES_NAMES.flatMap(([type, field]) =>
    view.ofType(type).flatMap((one) => postgresName(one, field)),
  ),
  ...syncedTablesOf(view).flatMap(({ resource, name }) => syncedName(resource, name)),
]

function idFindings(resource: Resource, field: string, form: NameForm): readonly Finding[] {
  const value = fieldOf(resource, field)
  const text = textOf(value)
  if (value === undefined || text === undefined) return []
  const expected = form.words
  if (!fits(text, form)) {
    return [found.error(value.at, `${field} "${text}" is no valid id`, { expected })]
  }
  if (form === RESOURCE_ID && text.includes(SHORT_NAME)) {
    const hint = `Take ${FRIENDLY_NAME}, which has hyphens only.`
    return [found.warn(value.at, `${field}: a user's short_name may hold "_"`, { expected, hint })]
  }
  if (field === 'database_id' && !text.includes('${') && text.length < 4) {
    const why = 'One text of the API asks for 4 to 63 characters.'
    return [found.warn(value.at, `database_id "${text}" is short`, { why })]
  }
  return []
}

function fits(text: string, form: NameForm): boolean {
  if (!text.includes('${')) return form.whole.test(text)
  const parts = literalParts(text)
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const [first = ''] = parts
  return (
    parts.every((part) => form.letters.test(part)) &&
    (first === '' || form.first.test(first)) &&
    length < limits.idLength.value
  )
}

function postgresName(resource: Resource, field: string): readonly Finding[] {
  const value = fieldOf(resource, field)
  const text = textOf(value)
  if (value === undefined || text === undefined) return []
  return tooLong(text) ? [found.error(value.at, longName(`${field} "${text}"`))] : []
}

function syncedName(resource: Resource, value: BundleValue | undefined): readonly Finding[] {
  const text = textOf(value)
  if (value === undefined || text === undefined) return []
  const parts = splitName(text)
  const what = `${titleOf(resource)} is named "${text}"`
  if (parts.length !== 3 && !(text.includes('${') && parts.length < 3)) {
    return [found.error(value.at, what, { expected: 'three parts: catalog.schema.table' })]
  }
  const odd = parts.find(
    (part) => literalParts(part).some((one) => !/^\w*$/.test(one)) || part === '',
  )
  if (odd !== undefined) {
    const expected = 'letters, digits and underscores in each part'
    const message = `${what}: "${odd}" cannot be part of a synced table's name`
    // An ordinary catalog may have another name, and a synced table in one was not seen.
    const isCatalog = odd !== '' && !parts.slice(1).includes(odd)
    return [(isCatalog ? found.warn : found.error)(value.at, message, { expected })]
  }
  if (text.includes(FRIENDLY_NAME)) {
    const hint = `Take ${SHORT_NAME}, which has underscores only.`
    return [found.warn(value.at, `${what}: a domain_friendly_name may hold "-"`, { hint })]
  }
  return parts
    .slice(1)
    .filter(tooLong)
    .map((part) => found.error(value.at, longName(`"${part}"`)))
}

function tooLong(text: string): boolean {
  return !text.includes('${') && new TextEncoder().encode(text).length > limits.idLength.value
}

function longName(what: string): string {
  return `${what} has over ${limits.idLength.value} bytes: Postgres cuts it off`
}
