import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lakebase, root } from './run-built.js'

/** The demo in a folder, all of it, with a load of 3 s: an edited sample is kept, and the demo runs on it. */
export function shortDemo(cwd: string) {
  const scenario = readFileSync(join(root, 'examples/shop/loadtest.yml'), 'utf8')
  const load = 'load: { rate: 80/s, warm_up: 1s, duration: 2s }\n'
  mkdirSync(join(cwd, 'lakebase-demo'))
  const short = scenario.replace(/^load:\n(?: .*\n)+/m, load)
  writeFileSync(join(cwd, 'lakebase-demo', 'loadtest.yml'), short)
  return lakebase(['demo'], cwd)
}
