import { isAbsolute, join, normalize } from 'node:path'
import { usageError } from '@lakebase/cli-kit'
import type { LoadedScenario } from '../scenario/load-scenario.js'
import { bundleName, bundleYaml } from './bundle-yaml.js'
import type { JobPlan } from './job-plan.js'
import { jobYaml } from './job-yaml.js'
import { runNodePy } from './run-node-py.js'

/** Where the scenario and the script that starts it lie in the bundle. */
export const LOADTEST = 'loadtest'

/** Every file of the bundle that is ours, by its path. */
export function jobFiles(
  plan: JobPlan,
  { texts, source }: LoadedScenario,
  isBundle: boolean,
): ReadonlyMap<string, string> {
  const { version, name } = plan
  const copies = [...texts].map(
    ([path, text]) =>
      [join(LOADTEST, path === source ? plan.scenario : below(path)), text] as const,
  )
  return new Map([
    ...(isBundle ? [] : [['databricks.yml', bundleYaml(bundleName(name), version)] as const]),
    ['resources/loadtest_job.yml', jobYaml(plan)] as const,
    [join(LOADTEST, 'run_node.py'), runNodePy(version)] as const,
    ...copies,
  ])
}

/** The bundle has the same tree as the scenario's folder, so its paths hold there too. */
function below(path: string): string {
  const plain = normalize(path)
  if (!isAbsolute(plain) && !plain.startsWith('..')) return plain
  throw usageError(
    `${path} is not below the scenario's folder, so the bundle cannot have it`,
    'move it there',
  )
}
