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

/** Runs each scenario with each client, one after the other; without names all of them. */
export async function runMatrix(
  queries: { readonly ours: number; readonly peers: number },
  names: readonly string[],
  report: (cell: Cell, done: number, of: number) => void,
): Promise<readonly Cell[]> {
  const strange = names.filter((name) => !SCENARIOS.some((one) => one.name === name))
  if (strange.length > 0) throw new Error(`no scenario ${strange.join(', ')}`)
  const wanted = SCENARIOS.filter(({ name }) => names.length === 0 || names.includes(name))
  const clients = Object.keys(SUBJECTS)
  const cells: Cell[] = []
  for (const scenario of wanted) {
    for (const client of clients) {
      const count = client === OURS ? queries.ours : queries.peers
      const result = await inChild(scenario.name, client, count)
      const found = result ? brokenPromises(scenario, count, result) : ['the process ended']
      const broken = client === OURS ? found : []
      const cell = { scenario: scenario.name, client, result, broken }
      cells.push(cell)
      report(cell, cells.length, wanted.length * clients.length)
    }
  }
  return cells
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
