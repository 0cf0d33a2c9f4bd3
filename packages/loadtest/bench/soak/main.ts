import { startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import type { SeriesPoint } from '../../src/report/run-report.js'
import { runScenario } from '../../src/run-scenario.js'
import type { Scenario } from '../../src/scenario/scenario.js'
import { judge, type Sample } from './judge.js'

// `soak [minutes] [rate]`: a long run at a moderate rate; memory must stay flat and the schedule in time.
const [minutes = '30', rateText = '300'] = process.argv.slice(2)
const rate = Number(rateText)
const durationMs = Number(minutes) * 60_000
const ROWS = 100_000
const EVERY_SECONDS = 10
const WARM_UP_MS = 10_000

function print(line: string): void {
  // biome-ignore lint/suspicious/noConsole: a program; these lines are what it is for.
  console.log(line)
}

const server = await startPostgres()
const { host, port, user } = server
const sql = postgres(server.url, { max: 1, onnotice: () => undefined })
await sql`create table items (id int primary key, visits int not null)`
await sql`insert into items select n, 0 from generate_series(1, ${ROWS}::int) as n`
await sql`vacuum analyze items`

const stage = { fromRate: rate, toRate: rate }
const scenario: Scenario = {
  ...{ name: 'soak', seed: 1, driver: 'wire', connections: 8, connectTimeoutMs: 10_000 },
  ...{ maxTries: 1, objectives: [], statementTimeoutMs: 10_000 },
  scripts: [
    {
      ...{ id: 'read', weight: 9, variables: ['id'] },
      steps: [
        { kind: 'set', slot: 0, generator: { kind: 'uniform', from: 1, to: ROWS } },
        {
          kind: 'statement',
          id: 'read',
          sql: 'select visits from items where id = $1',
          parameters: [0],
        },
      ],
    },
    {
      ...{ id: 'write', weight: 1, variables: ['id'] },
      steps: [
        { kind: 'set', slot: 0, generator: { kind: 'zipfian', from: 1, to: ROWS, exponent: 1.1 } },
        {
          ...{ kind: 'statement', id: 'write', parameters: [0] },
          sql: 'update items set visits = visits + 1 where id = $1',
        },
      ],
    },
  ],
  load: {
    model: 'open',
    arrivals: 'poisson',
    stages: [
      { name: 'warm-up', durationMs: WARM_UP_MS, measured: false, ...stage },
      { name: 'soak', durationMs, measured: true, ...stage },
    ],
  },
}

const samples: Sample[] = []
const onProgress = ({ second, p50, p99, scheduleLag = 0, longestQueue }: SeriesPoint) => {
  if (second % EVERY_SECONDS !== 0) return
  const rssMb = process.memoryUsage().rss / 2 ** 20
  samples.push({ second, rssMb, lagUs: scheduleLag, p50, p99 })
  print(
    `${second} s  memory ${rssMb.toFixed(1)} MB  p50 ${p50} us  p99 ${p99} us  lag ${scheduleLag.toFixed(0)} us  queue ${longestQueue}`,
  )
}
const target = { ...{ host, port, user, database: 'postgres' }, tls: false } as const
const report = await runScenario(scenario, target, { workers: 1, onProgress })
const [row] = await sql`select sum(visits)::int as visits from items`
await sql.end()
await server.stop()

const { due = 0, succeeded, failed } = report.total
const written = report.scripts.find(({ id }) => id === 'write')?.succeeded ?? 0
print(
  `due ${due}, succeeded ${succeeded}, failed ${failed}; writes acknowledged ${written} in the measured stage, ${row?.visits} in the table with the warm-up`,
)
const faults = judge(samples, { due, succeeded, expected: (rate * durationMs) / 1000 })
for (const fault of faults) print(`FAULT ${fault}`)
if (faults.length === 0) print('memory flat, schedule in time')
process.exitCode = faults.length > 0 ? 1 : 0
