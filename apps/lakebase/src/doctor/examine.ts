import type { Io } from '@lakebase/cli-kit'
import { openWorkspaceFor, readDotEnv } from '@lakebase/cli-kit/workspace'
import type { Workload } from '@lakebase/config'
import type { Workspace } from '@lakebase/workspace'
import * as v from 'valibot'
import { billing } from './checks/billing.js'
import { cloud } from './checks/cloud.js'
import { database } from './checks/database.js'
import { tables } from './checks/tables.js'
import { warehouse } from './checks/warehouse.js'
import type { Diagnosis } from './diagnosis.js'
import { failed } from './failed.js'

const Me = v.object({ userName: v.string() })

export interface Examination {
  readonly workload: Workload | undefined
  readonly profile: string | undefined
  /** Of the project, when another than its first is meant. */
  readonly branch: string | undefined
  readonly start: boolean
  /** Where a `.env` may be. */
  readonly folders: readonly string[]
}

/** Every test in turn; what rests on one that failed is left out. */
export async function examine(
  { workload, profile, branch, start, folders }: Examination,
  io: Io,
  onDiagnosis: (diagnosis: Diagnosis) => void,
): Promise<readonly Diagnosis[]> {
  const all: Diagnosis[] = []
  const tell = (diagnosis: Diagnosis) => {
    all.push(diagnosis)
    onDiagnosis(diagnosis)
    return diagnosis
  }
  const workspace = await opened(folders, profile, io, tell)
  if (workspace === undefined) return all
  const user = await signedIn(workspace, tell)
  if (user === undefined) return all
  const ofWarehouse = tell(await warehouse(workspace))
  const isUp = ofWarehouse.status === 'good' || (ofWarehouse.status === 'doubtful' && start)
  const patient = { workspace, user, workload, branch, mayRunSql: isUp }
  tell(cloud(patient))
  for (const one of await tables(patient)) tell(one)
  tell(await billing(patient))
  for (const one of await database(patient)) tell(one)
  return all
}

async function opened(
  folders: readonly string[],
  profile: string | undefined,
  io: Io,
  tell: (diagnosis: Diagnosis) => Diagnosis,
): Promise<Workspace | undefined> {
  const test = 'configuration'
  try {
    const dotEnv = readDotEnv(folders, () => true)
    const workspace = await openWorkspaceFor(io, dotEnv, {
      ...(profile !== undefined && { profile }),
    })
    const { host, auth, notes } = workspace.describe()
    const said = [
      `${host.value} from ${host.source}`,
      `${auth.value} from ${auth.source}`,
      ...notes,
    ]
    tell({ test, status: 'good', said: said.join(', ') })
    return workspace
  } catch (error) {
    tell(failed(test, error))
    return undefined
  }
}

async function signedIn(
  workspace: Workspace,
  tell: (diagnosis: Diagnosis) => Diagnosis,
): Promise<string | undefined> {
  const test = 'signed in'
  try {
    const { userName } = v.parse(
      Me,
      await workspace.request({ path: '/api/2.0/preview/scim/v2/Me' }),
    )
    tell({ test, status: 'good', said: `as ${userName}, by ${workspace.authType}` })
    return userName
  } catch (error) {
    tell(failed(test, error))
    return undefined
  }
}
