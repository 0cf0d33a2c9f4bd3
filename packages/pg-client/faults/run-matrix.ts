import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { brokenPromises, Result } from './result.js'
import { OURS, SUBJECTS } from './run-cell.js'
import { SCENARIOS } from './scenarios/scenarios.js'

/** A cell that takes longer has come to a standstill in a way that we did not foresee. */
const LONGEST_CELL_MS = 500_000

export interface Cell {
  readonly scenario: string
  readonly client: string
  /** Undefined when the client has ended the process. */
  readonly result: Result | undefined
  /** Promises of ours that did not hold. */
  readonly broken: readonly string[]
}

export interface MatrixOptions {
  readonly queries: { readonly ours: number; readonly peers: number }
  /** Without names all. */
  readonly names: readonly string[]
  /** Cells that run at a time: most of a cell is waiting. */
  readonly atOnce: number
  readonly report: (cell: Cell, of: number) => void
}

/** Runs each scenario with each client. The cells are reported as they end. */
export async function runMatrix({ queries, names, atOnce, report }: MatrixOptions): Promise<void> {
  const strange = names.filter((name) => !SCENARIOS.some((one) => one.name === name))
  if (strange.length > 0) throw new Error(`no scenario ${strange.join(', ')}`)
  const wanted = SCENARIOS.filter(({ name }) => names.length === 0 || names.includes(name))
  const all = wanted.flatMap((scenario) =>
    Object.keys(SUBJECTS).map((client) => ({ scenario, client })),
  )
  const next = all.values()
  // Whoever is free takes the next one.
  const lane = async () => {
    for (const { scenario, client } of next) {
      const count = client === OURS ? queries.ours : queries.peers
      const result = await inChild(scenario.name, client, count)
      const found = result ? brokenPromises(scenario, count, result) : ['the process ended']
      const broken = client === OURS ? found : []
      report({ scenario: scenario.name, client, result, broken }, all.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}

/** In the order of the scenarios, and ours first. */
export function inOrder(cells: readonly Cell[]): readonly Cell[] {
  const clients = Object.keys(SUBJECTS)
  return SCENARIOS.flatMap(({ name }) =>
    clients.flatMap((client) =>
      cells.filter((cell) => cell.scenario === name && cell.client === client),
    ),
  )
}

/** Undefined when the child ended without a result. */
function inChild(scenario: string, client: string, queries: number): Promise<Result | undefined> {
  const main = fileURLToPath(import.meta.url)
  const child = fork(main, ['--cell', scenario, client, String(queries)], {
    stdio: ['ignore', 'ignore', client === OURS ? 'inherit' : 'ignore', 'ipc'],
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_CELL_MS)
  return new Promise((resolve) => {
    let result: Result | undefined
    child.on('message', (message) => {
      result = v.parse(Result, message)
    })
    child.on('close', () => {
      clearTimeout(timer)
      resolve(result)
    })
  })
}
