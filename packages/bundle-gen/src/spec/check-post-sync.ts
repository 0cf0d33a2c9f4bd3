import type { Finding } from '../finding.js'
import type { BundleSpec, TableSpec } from './bundle-spec.js'
import { isPostgresName, unless } from './check-names.js'

/** Indexes, grants and owners. */
export function checkPostSync({ pipelines }: BundleSpec): readonly Finding[] {
  return pipelines.flatMap(({ tables }) => tables.flatMap(checkTable))
}

function checkTable({ source, indexes, grants, owner }: TableSpec): readonly Finding[] {
  const roles = [...grants.map(({ to }) => to), ...(owner === undefined ? [] : [owner])]
  return [
    ...indexes.flatMap(({ columns }) =>
      unless(columns.length > 0 && columns.every(isPostgresName) && isDistinct(columns), {
        ruleId: 'BG040',
        level: 'error',
        source,
        message: `${source}: an index on (${columns.join(', ')}) cannot be made`,
        expected: 'columns of at most 63 bytes, each once',
      }),
    ),
    ...roles.flatMap((role) =>
      unless(isPostgresName(role) && role.toLowerCase() !== 'public', {
        ruleId: 'BG041',
        level: 'error',
        source,
        message: `${source}: "${role}" is no role that can be granted to`,
        expected: 'the name of a role, at most 63 bytes; not PUBLIC, which is everybody',
      }),
    ),
    ...grants.flatMap(({ privileges, to }) =>
      unless(
        privileges.every((privilege) => privilege === 'SELECT'),
        {
          ruleId: 'BG042',
          level: 'warn',
          source,
          message: `${source}: ${to} is granted ${privileges.join(', ')}`,
          why: 'a synced table is read-only: the next sync overwrites what others write',
        },
      ),
    ),
    ...unless(owner === undefined, {
      ruleId: 'BG043',
      level: 'warn',
      source,
      message: `${source}: its owner becomes ${owner}`,
      why: 'the sync writes as databricks_writer_…, who owns the table: whether it still may afterwards is not known',
      hint: 'grant SELECT instead, where that is enough',
    }),
  ]
}

function isDistinct(columns: readonly string[]): boolean {
  return new Set(columns).size === columns.length
}
