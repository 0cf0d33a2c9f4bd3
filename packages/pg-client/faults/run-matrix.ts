import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { brokenPromises, Result } from './result.js'
import { OURS, SUBJECTS } from './run-cell.js'
import { SCENARIOS } from './scenarios/scenarios.js'

/** A cell that takes longer has come to a standstill in a way that we did not foresee. */
const LONGEST_CELL_MS = 240_000

/** Runs each scenario with each client, prints a line for each, then the verdict. Gives how many promises ours broke. */
export async function runMatrix(
  queries: number,
  names: readonly string[],
  print: (line: string) => void,
): Promise<number> {
  const strange = names.filter((name) => !SCENARIOS.some((one) => one.name === name))
  if (strange.length > 0) throw new Error(`no scenario ${strange.join(', ')}`)
  const wanted = SCENARIOS.filter(({ name }) => names.length === 0 || names.includes(name))
  const broken: string[] = []
  print(row(['scenario', 'client', ...Object.keys(Result.entries)]))
  for (const { name } of wanted) {
    for (const client of Object.keys(SUBJECTS)) {
      const result = await inChild(name, client, queries)
      const cells = result ? Object.values(result).map(String) : ['the process ended']
      print(row([name, client, ...cells]))
      if (client !== OURS) continue
      const found = result ? brokenPromises(result) : ['the process ended']
      broken.push(...found.map((what) => `${name}: ${what}`))
    }
  }
  const sum = `${OURS} in ${wanted.length} scenarios`
  print(broken.length === 0 ? `verdict: ${sum} kept every promise` : `verdict: ${sum} broke`)
  for (const line of broken) print(`  ${line}`)
  return broken.length
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

function row(cells: readonly string[]): string {
  return cells
    .map((cell, at) => (at < 2 ? cell.padEnd(22) : cell.padStart(at > 10 ? 13 : 11)))
    .join('')
}
