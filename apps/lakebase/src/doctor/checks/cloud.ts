import type { Diagnosis } from '../diagnosis.js'
import type { Patient } from '../patient.js'

const HOSTS = [
  ['aws', /\.cloud\.databricks\.com$/],
  ['azure', /\.azuredatabricks\.net$/],
  ['gcp', /\.gcp\.databricks\.com$/],
] as const

/** Whether the workload is priced for the cloud that the workspace is in. */
export function cloud({ workspace, workload }: Patient): Diagnosis {
  const test = 'cloud'
  const { hostname } = new URL(workspace.host)
  const [name] = HOSTS.find(([, host]) => host.test(hostname)) ?? []
  if (name === undefined)
    return { test, status: 'skipped', said: `${hostname} does not tell its cloud` }
  const priced = workload?.target.cloud
  if (priced === undefined || priced === name) return { test, status: 'good', said: name }
  return {
    test,
    status: 'doubtful',
    said: `the workspace is in ${name}, and the workload is priced for ${priced}`,
    cure: `target: {cloud: ${name}} in the workload file`,
  }
}
