import type { Script, StatementStep } from '../src/scenario/scenario.js'
import { ACCOUNTS } from './accounts.js'

/** The same work in both languages. */
export interface Workload {
  readonly name: string
  readonly script: Script
  readonly pgbench: string
  /** Statements a transaction, when it is those that count. */
  readonly statements: number
}

const SELECT = 'SELECT abalance FROM pgbench_accounts WHERE aid = $1'
const AID = { kind: 'uniform', from: 1, to: ACCOUNTS } as const
const DRAW = `\\set aid random(1, ${ACCOUNTS})\n`

export const selectOnly: Workload = {
  name: 'select by key',
  script: {
    ...{ id: 'select', weight: 1, variables: ['aid'] },
    steps: [{ kind: 'set', slot: 0, generator: AID }, statement('select', SELECT, [0])],
  },
  pgbench: `${DRAW}${SELECT.replace('$1', ':aid')};\n`,
  statements: 1,
}

const WRITES = [
  { id: 'begin', sql: 'BEGIN', parameters: [] },
  {
    id: 'update',
    sql: 'UPDATE pgbench_accounts SET abalance = abalance + $1 WHERE aid = $2',
    parameters: [1, 0],
  },
  { id: 'select', sql: SELECT, parameters: [0] },
  {
    id: 'insert',
    sql: 'INSERT INTO pgbench_history (aid, delta, mtime) VALUES ($1, $2, CURRENT_TIMESTAMP)',
    parameters: [0, 1],
  },
  { id: 'commit', sql: 'COMMIT', parameters: [] },
] as const

export const transaction: Workload = {
  name: 'update, select, insert in a transaction',
  script: {
    ...{ id: 'transaction', weight: 1, variables: ['aid', 'delta'] },
    steps: [
      { kind: 'set', slot: 0, generator: AID },
      { kind: 'set', slot: 1, generator: { kind: 'uniform', from: -5000, to: 5000 } },
      ...WRITES.map(({ id, sql, parameters }) => statement(id, sql, parameters)),
    ],
  },
  pgbench: `${DRAW}\\set delta random(-5000, 5000)\n${WRITES.map(({ sql, parameters }) => {
    const named = sql.replaceAll(
      /\$(\d)/g,
      (_, place) => [':aid', ':delta'][parameters[place - 1] ?? 0] ?? '',
    )
    return `${named};\n`
  }).join('')}`,
  statements: 1,
}

const DEPTH = 16
const places = Array.from({ length: DEPTH }, (_, at) => at)

export const pipeline: Workload = {
  name: '16 selects behind one Sync',
  script: {
    ...{ id: 'pipeline', weight: 1, variables: places.map((at) => `aid${at}`) },
    steps: [
      ...places.map((slot) => ({ kind: 'set' as const, slot, generator: AID })),
      ...places.map((at) => ({ ...statement(`select${at}`, SELECT, [at]), pipeline: 1 })),
    ],
  },
  pgbench: [
    ...places.map((at) => `\\set aid${at} random(1, ${ACCOUNTS})`),
    '\\startpipeline',
    ...places.map((at) => `${SELECT.replace('$1', `:aid${at}`)};`),
    '\\endpipeline',
    '',
  ].join('\n'),
  statements: DEPTH,
}

function statement(id: string, sql: string, parameters: readonly number[]): StatementStep {
  return { kind: 'statement', id, sql, parameters }
}
