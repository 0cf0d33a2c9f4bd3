// Whole-process time and peak memory of the command line, beside the interpreter alone.
// The commands take turns, so that a machine that slows down slows all of them.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

const ROUNDS = Number(process.env.ROUNDS ?? 15)
const cli = 'apps/lakebase/bin/lakebase.js'
const estimate = 'apps/cli-estimate/bin/lakebase-estimate.js'
const workload = ['--config', 'examples/shop/workload.yml']
const queries = ['--source-dir', 'examples/shop/queries', '--schema', 'examples/shop/tables.sql']
const COMMANDS = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'lakebase --help', args: [cli, '--help'] },
  { name: 'lakebase estimate --help', args: [cli, 'estimate', '--help'] },
  { name: 'lakebase complete', args: [cli, 'complete', '--', 'es'] },
  { name: 'lakebase explain', args: [cli, 'explain', 'LB014'] },
  { name: 'lakebase schema', args: [cli, 'schema', 'estimate'] },
  { name: 'lakebase rates show', args: [cli, 'rates', 'show'] },
  { name: 'lakebase config show', args: [cli, 'config', 'show', ...workload] },
  { name: 'lakebase estimate', args: [cli, 'estimate', ...workload, '--no-measure', '--json'] },
  { name: 'lakebase bundle', args: [cli, 'bundle', ...workload, '--dry-run'] },
  { name: 'lakebase bundle lint', args: [cli, 'bundle', 'lint', '.'] },
  {
    name: 'lakebase convert',
    args: [cli, 'convert', ...queries, '--report', '-', '--llm', 'never'],
  },
  {
    name: 'lakebase init',
    args: [cli, 'init', '--from-ddl', 'examples/shop/tables.sql', '-o', '-'],
  },
  { name: 'lakebase loadtest --help', args: [cli, 'loadtest', '--help'] },
  { name: 'lakebase migrate', args: [cli, 'migrate', 'examples/legacy/workload_config.yml'] },
  { name: 'lakebase check', args: [cli, 'check', ...workload, '--exit-zero'] },
  { name: 'lakebase report', args: [cli, 'report', ...workload, '--no-measure', '--no-explain'] },
  { name: 'lakebase-estimate --help', args: [estimate, '--help'] },
]

/** Commands of seconds rather than milliseconds: a few rounds tell enough of them. */
const LONG = [
  { name: 'lakebase demo --no-load', args: [cli, 'demo', '--no-load'] },
  { name: 'lakebase demo', args: [cli, 'demo'] },
]
const LONG_ROUNDS = Number(process.env.LONG_ROUNDS ?? 1)

// GNU time tells the peak memory of a finished process; without it only the time is printed.
const gnuTime = existsSync('/usr/bin/time')

function once(args) {
  const [command, ...rest] = gnuTime
    ? ['/usr/bin/time', '-f', '%M', process.execPath, ...args]
    : [process.execPath, ...args]
  const start = performance.now()
  const run = spawnSync(command, rest, { encoding: 'utf8' })
  const ms = performance.now() - start
  if (run.status !== 0) throw new Error(`${args.join(' ')} ended with ${run.status}: ${run.stderr}`)
  return { ms, mib: gnuTime ? Number(run.stderr.trim().split('\n').at(-1)) / 1024 : Number.NaN }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

for (const { args } of COMMANDS) once(args)
const runs = new Map([...COMMANDS, ...LONG].map(({ name }) => [name, []]))
for (let round = 0; round < ROUNDS; round += 1) {
  for (const { name, args } of COMMANDS) runs.get(name)?.push(once(args))
}
for (let round = 0; round < LONG_ROUNDS; round += 1) {
  for (const { name, args } of LONG) runs.get(name)?.push(once(args))
}
const [base] = runs.values()
for (const [name, all] of runs) {
  const ratios = all.map((run, index) => run.ms / (base?.[index]?.ms ?? Number.NaN))
  const ms = median(all.map((run) => run.ms)).toFixed(0)
  const mib = median(all.map((run) => run.mib)).toFixed(0)
  console.log(
    `${name.padEnd(30)} ${ms.padStart(5)} ms  ${median(ratios).toFixed(2)}x of node  ${mib.padStart(4)} MiB peak  (median of ${all.length})`,
  )
}
