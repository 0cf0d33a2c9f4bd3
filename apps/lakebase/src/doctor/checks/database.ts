import { connect } from 'node:net'
import * as v from 'valibot'
import type { Diagnosis } from '../diagnosis.js'
import { failed } from '../failed.js'
import type { Patient } from '../patient.js'

const TEST = 'database'
const PORT = 5432
const PATIENCE_MS = 5000
/** The branch that a project begins with. */
const FIRST_BRANCH = 'production'

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

type Reach = (host: string, port: number) => Promise<string | undefined>

/**
 * Whether the project of the workload is there, and the port of each branch can be reached from here: of the one that
 * was named, else of the first and of those that the workload adds to it.
 */
export async function database(
  patient: Patient,
  reach: Reach = reachPort,
): Promise<readonly Diagnosis[]> {
  const { workload, branch } = patient
  const project = workload?.bundle.projectId
  if (workload === undefined || project === undefined) {
    const said = 'no workload names a project (bundle: project_id)'
    return [{ test: TEST, status: 'skipped', said }]
  }
  const added = workload.branches.map(({ name }) => name)
  const branches = branch === undefined ? [FIRST_BRANCH, ...added] : [branch]
  const each: Diagnosis[] = []
  for (const name of branches) each.push(await endpoint(project, name, patient, reach))
  return each
}

async function endpoint(
  project: string,
  branch: string,
  { workspace }: Patient,
  reach: Reach,
): Promise<Diagnosis> {
  const test = branch === FIRST_BRANCH ? TEST : `${TEST}, branch ${branch}`
  const path = `/api/2.0/postgres/projects/${encodeURIComponent(project)}/branches/${encodeURIComponent(branch)}/endpoints`
  try {
    const { endpoints } = v.parse(Endpoints, await workspace.request({ path }))
    const host = endpoints.flatMap(({ status }) => status?.hosts?.host ?? [])[0]
    if (host === undefined) {
      return { test, status: 'doubtful', said: `${project}/${branch} has no endpoint yet` }
    }
    const why = await reach(host, PORT)
    if (why === undefined) return { test, status: 'good', said: `${host}:${PORT} can be reached` }
    const cure = `open port ${PORT} from this network to ${host}`
    return { test, status: 'bad', said: `${host}:${PORT}: ${why}`, cure, exitCode: 5 }
  } catch (error) {
    const cure = 'lakebase bundle, then databricks bundle deploy, make it'
    return { ...failed(test, error, cure), status: 'doubtful' }
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
