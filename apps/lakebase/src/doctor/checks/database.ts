import { connect } from 'node:net'
import * as v from 'valibot'
import type { Diagnosis } from '../diagnosis.js'
import { failed } from '../failed.js'
import type { Patient } from '../patient.js'

const TEST = 'database'
const PORT = 5432
const PATIENCE_MS = 5000
/** The branch that a project begins with. */
const BRANCH = 'production'

const Endpoints = v.object({
  endpoints: v.optional(
    v.array(
      v.object({
        name: v.string(),
        status: v.optional(
          v.object({ hosts: v.optional(v.object({ host: v.optional(v.string()) })) }),
        ),
      }),
    ),
    [],
  ),
})

/** Whether the project of the workload is there, and its port can be reached from here. */
export async function database(
  { workspace, workload }: Patient,
  reach: (host: string, port: number) => Promise<string | undefined> = reachPort,
): Promise<Diagnosis> {
  const project = workload?.bundle.projectId
  if (project === undefined) {
    return {
      test: TEST,
      status: 'skipped',
      said: 'no workload names a project (bundle: project_id)',
    }
  }
  const path = `/api/2.0/postgres/projects/${encodeURIComponent(project)}/branches/${BRANCH}/endpoints`
  try {
    const { endpoints } = v.parse(Endpoints, await workspace.request({ path }))
    const host = endpoints.flatMap(({ status }) => status?.hosts?.host ?? [])[0]
    if (host === undefined)
      return { test: TEST, status: 'doubtful', said: `${project} has no endpoint yet` }
    const why = await reach(host, PORT)
    if (why === undefined)
      return { test: TEST, status: 'good', said: `${host}:${PORT} can be reached` }
    const cure = `open port ${PORT} from this network to ${host}`
    return { test: TEST, status: 'bad', said: `${host}:${PORT}: ${why}`, cure, exitCode: 5 }
  } catch (error) {
    const cure = 'lakebase bundle, then databricks bundle deploy, make it'
    return { ...failed(TEST, error, cure), status: 'doubtful' }
  }
}

/** Undefined when the port answers, else why not. Nothing is sent. */
function reachPort(host: string, port: number): Promise<string | undefined> {
  return new Promise((settle) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS })
    const end = (why?: string) => {
      socket.destroy()
      settle(why)
    }
    socket.on('connect', () => end())
    socket.on('timeout', () => end(`no answer within ${PATIENCE_MS / 1000} s`))
    socket.on('error', (error) => end(error.message))
  })
}
