import { expect, test } from 'vitest'
import { cliVersionFor } from './cli-version-for.js'

test.each([
  {
    used: 'a project alone',
    resources: { postgres_projects: { p: { project_id: 'p' } } },
    constraint: '>= 1.4.0, != 1.10.0',
  },
  {
    used: 'a branch that is purged',
    resources: { postgres_branches: { b: { purge_on_delete: true } } },
    constraint: '>= 1.7.0, != 1.10.0',
  },
  {
    used: 'a setting that is false',
    resources: { postgres_projects: { p: { enable_pg_native_login: false } } },
    constraint: '>= 1.7.0, != 1.10.0',
  },
  {
    used: 'a field within a list',
    resources: {
      postgres_synced_tables: { t: { extra_columns: [{ column_name: 'a', column_type: 'int' }] } },
    },
    constraint: '>= 1.10.0, != 1.10.0',
  },
  {
    used: 'nothing of Lakebase',
    resources: { jobs: { j: { name: 'j' } } },
    constraint: '>= 1.4.0, != 1.10.0',
  },
])('$used needs $constraint', ({ resources, constraint }) => {
  expect(cliVersionFor(resources).constraint).toBe(constraint)
})

test('names the field that asks for the minimum', () => {
  const resources = { postgres_synced_tables: { t: { type_overrides: [{ size: 3 }] } } }
  expect(cliVersionFor(resources)).toMatchObject({
    minimum: '1.5.0',
    because: 'postgres_synced_tables.type_overrides',
  })
})

test('a variable that a target sets to false counts as a setting that is false', () => {
  const variables = { dev: { protect_branch: false } }
  expect(cliVersionFor({}, variables).minimum).toBe('1.7.0')
})
