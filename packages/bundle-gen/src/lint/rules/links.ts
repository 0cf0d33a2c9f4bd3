import type { Finding } from '../../finding.js'
import { textOf } from '../../read/bundle-value.js'
import type { Resource } from '../../read/target-view.js'
import { type Check, fieldOf, findingsOf, titleOf } from '../check.js'

const found = findingsOf('LB107')

const PROJECT = {
  form: /^projects\/[^/]+$/,
  words: 'projects/<project>',
  take: 'postgres_projects',
}
const BRANCH = {
  form: /^projects\/[^/]+\/branches\/[^/]+$/,
  words: 'projects/<project>/branches/<branch>',
  take: 'postgres_branches',
}
const ROLE = {
  form: /^projects\/[^/]+\/branches\/[^/]+\/roles\/[^/]+$/,
  words: 'projects/<project>/branches/<branch>/roles/<role>',
  take: 'postgres_roles',
}

const LINKS = [
  ['postgres_branches', 'parent', PROJECT],
  ['postgres_branches', 'source_branch', BRANCH],
  ['postgres_endpoints', 'parent', BRANCH],
  ['postgres_roles', 'parent', BRANCH],
  ['postgres_databases', 'parent', BRANCH],
  ['postgres_databases', 'role', ROLE],
  ['postgres_catalogs', 'branch', BRANCH],
  ['postgres_synced_tables', 'branch', BRANCH],
] as const

/** LB107: the fields that name another resource hold its whole path. */
export const links: Check = ({ view }) =>
  LINKS.flatMap(([type, field, link]) =>
    view.ofType(type).flatMap((one) => linkFindings(one, field, link)),
  )

function linkFindings(
  resource: Resource,
  field: string,
  { form, words, take }: typeof PROJECT,
): readonly Finding[] {
  const value = fieldOf(resource, field)
  const text = textOf(value)
  if (value === undefined || text === undefined) return []
  // What is open within the path still shows its form; what is open as a whole does not.
  const shape = text.replaceAll(/\$\{[^}]*\}/g, '_')
  if (form.test(shape) || /^_$|^_\//.test(shape)) return []
  const hint = `Take \${resources.${take}.<key>.id}.`
  return [
    found.error(value.at, `${titleOf(resource)}: ${field} is "${text}"`, { expected: words, hint }),
  ]
}
