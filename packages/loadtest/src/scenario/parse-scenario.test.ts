import { expect, test } from 'vitest'
import { parseScenario } from './parse-scenario.js'

const parse = (text: string, files: Readonly<Record<string, string>> = {}) =>
  parseScenario(text, 'shop.yml', {
    readText: (path) => files[path],
    env: { PGHOST: 'db.example', PW: 'geheim' },
  })

const SHOP = `
name: shop
seed: 42
connections: 20
statement_timeout: 5s
parameters:
  order_id: { zipfian: [1, 100000], exponent: 1.2 }
scripts:
  order_page:
    weight: 9
    file: order_page.sql
  pay:
    sql: |
      BEGIN;
      UPDATE orders SET status = :status WHERE order_id = :order_id;
      INSERT INTO payments (id, order_id, amount) VALUES (:id, :order_id, :amount);
      COMMIT;
    parameters:
      status: { choice: [paid, failed], weights: [95, 5] }
      id: { uuid: true }
      amount: { uniform: [0.99, 250.00] }
    objectives: { p99: 50ms }
load:
  rate: 500/s
  warm_up: 10s
  duration: 1 min
  spikes:
    - { at: 20s, duration: 5s, rate: 2k/s }
objectives: { p99: 10ms, errors: 0.1%, throughput: 450/s }
target:
  host: \${PGHOST}
  user: app
  password: \${PW}
  database: shop
`

const SCRIPTS = [
  {
    id: 'order_page',
    weight: 9,
    variables: ['order_id'],
    steps: [
      {
        kind: 'set',
        slot: 0,
        generator: { kind: 'zipfian', from: 1, to: 100_000, exponent: 1.2 },
      },
      {
        kind: 'statement',
        id: 'order_page',
        sql: 'SELECT * FROM orders\nWHERE order_id = $1',
        parameters: [0],
      },
    ],
  },
  {
    id: 'pay',
    weight: 1,
    variables: ['status', 'order_id', 'id', 'amount'],
    steps: [
      {
        kind: 'set',
        slot: 0,
        generator: { kind: 'choice', values: ['paid', 'failed'], weights: [95, 5] },
      },
      {
        kind: 'set',
        slot: 1,
        generator: { kind: 'zipfian', from: 1, to: 100_000, exponent: 1.2 },
      },
      { kind: 'set', slot: 2, generator: { kind: 'uuid' } },
      {
        kind: 'set',
        slot: 3,
        generator: { kind: 'decimal', from: 0.99, to: 250, digits: 2 },
      },
      { kind: 'statement', id: '1 BEGIN', sql: 'BEGIN', parameters: [] },
      {
        kind: 'statement',
        id: '2 UPDATE',
        sql: 'UPDATE orders SET status = $1 WHERE order_id = $2',
        parameters: [0, 1],
      },
      {
        kind: 'statement',
        id: '3 INSERT',
        sql: 'INSERT INTO payments (id, order_id, amount) VALUES ($1, $2, $3)',
        parameters: [2, 1, 3],
      },
      { kind: 'statement', id: '4 COMMIT', sql: 'COMMIT', parameters: [] },
    ],
  },
]

test('reads a scenario with scripts, parameters, load, objectives and target', async () => {
  const { scenarios, target, findings } = parse(SHOP, {
    'order_page.sql': 'SELECT * FROM orders\nWHERE order_id = :order_id -- the page\n;',
  })
  expect(findings).toEqual([])
  expect(scenarios).toEqual([
    {
      name: 'shop',
      seed: 42,
      driver: 'wire',
      connections: 20,
      connectTimeoutMs: 10_000,
      statementTimeoutMs: 5000,
      maxTries: 1,
      scripts: SCRIPTS,
      load: {
        model: 'open',
        arrivals: 'poisson',
        stages: [
          { name: 'warm-up', durationMs: 10_000, fromRate: 500, toRate: 500, measured: false },
          { name: 'steady', durationMs: 20_000, fromRate: 500, toRate: 500, measured: true },
          { name: 'spike 1', durationMs: 5000, fromRate: 2000, toRate: 2000, measured: true },
          { name: 'steady', durationMs: 35_000, fromRate: 500, toRate: 500, measured: true },
        ],
      },
      objectives: [
        { metric: 'latency', percentile: 99, atMostMs: 10 },
        { metric: 'errors', atMost: 0.001 },
        { metric: 'throughput', atLeast: 450 },
        { metric: 'latency', percentile: 99, atMostMs: 50, script: 'pay' },
      ],
    },
  ])
  expect(target).toMatchObject({
    kind: 'postgres',
    target: {
      host: 'db.example',
      port: 5432,
      database: 'shop',
      user: 'app',
      tls: { mode: 'verify-full' },
    },
  })
  expect(target?.kind === 'postgres' && (await target.target.password?.())).toBe('geheim')
})

test('a closed loop has stages of clients, each with its pauses', () => {
  const { scenarios, findings } = parse(`
scripts: { one: select 1 }
load:
  think_time: { uniform: [50ms, 150ms] }
  stages:
    - { name: half, clients: 10, duration: 30s }
    - { ramp_to: 40, duration: 1 min, measured: false }
`)
  expect(findings).toEqual([])
  expect(scenarios?.[0]).toMatchObject({
    name: 'shop',
    connections: 40,
    scripts: [{ thinkMs: { kind: 'decimal', from: 50, to: 150, digits: 3 } }],
    load: {
      model: 'closed',
      stages: [
        { name: 'half', durationMs: 30_000, fromClients: 10, toClients: 10, measured: true },
        { name: 'stage 2', durationMs: 60_000, fromClients: 10, toClients: 40, measured: false },
      ],
    },
  })
})

test('connections that nobody wrote are derived, and said', () => {
  const { scenarios, findings } = parse(
    'scripts: { one: select 1 }\nload: { rate: 1k/s, duration: 10s }',
  )
  expect(scenarios?.[0]?.connections).toBe(20)
  expect(findings).toEqual([
    expect.objectContaining({
      ruleId: 'LT017',
      level: 'note',
      line: 2,
      message: 'connections: 20, for 1000 transactions a second',
    }),
  ])
})
