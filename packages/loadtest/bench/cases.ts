import { pipeline, selectOnly, transaction, type Workload } from './workload.js'

/** One row of the table. */
export interface Case {
  readonly name: string
  readonly workload: Workload
  readonly clients: number
  /** Of ours; pgbench's threads (`-j`). */
  readonly workers: number
  readonly tls: boolean
  /** Ours / pgbench: at least, and at most. */
  readonly goal: { readonly perSecond: number; readonly cpu?: number }
}

const plain = { workers: 1, tls: false }
const cpu = 1.15

export const CASES: readonly Case[] = [
  {
    ...plain,
    name: 'select, 1 connection',
    workload: selectOnly,
    clients: 1,
    goal: { perSecond: 0.95, cpu },
  },
  { ...plain, name: 'select, 8', workload: selectOnly, clients: 8, goal: { perSecond: 1, cpu } },
  { ...plain, name: 'select, 32', workload: selectOnly, clients: 32, goal: { perSecond: 1, cpu } },
  {
    ...plain,
    name: 'transaction, 1',
    workload: transaction,
    clients: 1,
    goal: { perSecond: 0.95, cpu },
  },
  {
    ...plain,
    name: 'transaction, 8',
    workload: transaction,
    clients: 8,
    goal: { perSecond: 1, cpu },
  },
  {
    ...plain,
    name: 'transaction, 32',
    workload: transaction,
    clients: 32,
    goal: { perSecond: 1, cpu },
  },
  {
    ...plain,
    name: 'pipeline of 16, 8',
    workload: pipeline,
    clients: 8,
    goal: { perSecond: 1.05 },
  },
  {
    ...plain,
    name: 'select over TLS, 8',
    workload: selectOnly,
    clients: 8,
    tls: true,
    goal: { perSecond: 0.9 },
  },
  {
    name: 'select, 8, two workers',
    workload: selectOnly,
    clients: 8,
    workers: 2,
    tls: false,
    goal: { perSecond: 0.95 },
  },
  {
    name: 'select, 32, two workers',
    workload: selectOnly,
    clients: 32,
    workers: 2,
    tls: false,
    goal: { perSecond: 0.95 },
  },
]
