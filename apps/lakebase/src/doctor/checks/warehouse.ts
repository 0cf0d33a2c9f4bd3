import { configuredWarehouse } from '@lakebase/cli-kit/workspace'
import type { Workspace } from '@lakebase/workspace'
import type { Diagnosis } from '../diagnosis.js'
import { failed } from '../failed.js'

const TEST = 'SQL warehouse'

/** Whether the warehouse is there, and runs. */
export async function warehouse(workspace: Workspace): Promise<Diagnosis> {
  try {
    const { value, source } = await configuredWarehouse(workspace)
    const id = value.split('/').at(-1) ?? value
    const all = await workspace.listWarehouses()
    const found = all.find((one) => one.id === id)
    if (found === undefined)
      return unknown(
        id,
        source,
        all.map((one) => `${one.id} (${one.name})`),
      )
    const said = `${found.name} (${id} from ${source}) is ${found.state}`
    if (found.state === 'RUNNING') return { test: TEST, status: 'good', said }
    return {
      test: TEST,
      status: 'doubtful',
      said,
      cure: 'lakebase doctor --start asks it all the same',
    }
  } catch (error) {
    return failed(TEST, error)
  }
}

function unknown(id: string, source: string, known: readonly string[]): Diagnosis {
  const those = known.length === 0 ? 'you may use none' : `you may use ${known.join(', ')}`
  return {
    test: TEST,
    status: 'bad',
    said: `${id} from ${source} is not among the warehouses of the workspace`,
    cure: `DATABRICKS_HTTP_PATH=/sql/1.0/warehouses/<id>: ${those}`,
    exitCode: 4,
  }
}
