import { isWorkspaceError } from '@lakebase/cli-kit/workspace'
import type { Diagnosis } from '../diagnosis.js'
import { failed } from '../failed.js'
import type { Patient } from '../patient.js'

/** Whether each source table may be seen, and read. */
export async function tables(patient: Patient): Promise<readonly Diagnosis[]> {
  const names = (patient.workload?.sync.tables ?? []).map(({ name }) => name)
  if (names.length === 0) {
    return [{ test: 'tables', status: 'skipped', said: 'no workload names a table; see --config' }]
  }
  const each: Diagnosis[] = []
  for (const name of new Set(names)) each.push(await table(name, patient))
  return each
}

async function table(name: string, { workspace, user, mayRunSql }: Patient): Promise<Diagnosis> {
  const test = `table ${name}`
  const grant = grantOf(name, user)
  try {
    await workspace.getTable(name)
  } catch (error) {
    const isThere = !isWorkspaceError(error) || error.code !== 'NOT_FOUND'
    return failed(test, error, isThere ? grant : `see the name; if it is right: ${grant}`)
  }
  if (!mayRunSql)
    return { test, status: 'doubtful', said: 'is there; whether it may be read was not asked' }
  try {
    await workspace.runSql(`SELECT 1 FROM ${quoted(name)} LIMIT 0`)
    return { test, status: 'good', said: 'may be read' }
  } catch (error) {
    return failed(test, error, grant)
  }
}

function grantOf(name: string, user: string): string {
  const [catalog = '', schema = ''] = name.replaceAll('`', '').split('.')
  return [
    `GRANT USE CATALOG ON CATALOG ${quoted(catalog)} TO \`${user}\``,
    `GRANT USE SCHEMA ON SCHEMA ${quoted(`${catalog}.${schema}`)} TO \`${user}\``,
    `GRANT SELECT ON TABLE ${quoted(name)} TO \`${user}\``,
  ].join('; ')
}

function quoted(name: string): string {
  return name
    .replaceAll('`', '')
    .split('.')
    .map((part) => `\`${part}\``)
    .join('.')
}
