import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { table } from './report.js'
import { OURS, runCell } from './run-cell.js'
import { type Cell, inOrder, runMatrix } from './run-matrix.js'

// `faults [queries] [scenario ...] [--peers queries] [--at-once cells] [--json file]`: queries of each scenario,
// default 20000, and of the other clients fewer where asked for. The whole takes half an hour on an idle machine;
// what comes of each cell is told as it comes, the table at the end, or when it is interrupted.
// Each scenario of each client runs in a process of its own, which is this program again.
if (process.argv[2] === '--cell') {
  const [scenario = '', subject = '', queries = ''] = process.argv.slice(3)
  const result = await runCell(scenario, subject, Number(queries)).catch((error) => {
    // biome-ignore lint/suspicious/noConsole: rejections are counted here, and end nothing.
    console.error(error)
    process.exit(1)
  })
  await new Promise((sent) => process.send?.(result, sent))
  process.exit()
}
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'at-once': { type: 'string', default: '1' },
    json: { type: 'string' },
    peers: { type: 'string' },
  },
})
const [first = '20000', ...names] = positionals
const queries = { ours: Number(first), peers: Number(values.peers ?? first) }
const atOnce = Number(values['at-once'])
const cells: Cell[] = []
const conclude = async () => {
  const done = inOrder(cells)
  const broken = done.flatMap((cell) => cell.broken.map((what) => `${cell.scenario}: ${what}`))
  const ours = done.filter(({ client }) => client === OURS).length
  const sum = `${OURS} in ${ours} scenarios`
  const verdict =
    broken.length === 0 ? `${sum} kept every promise.` : [`${sum} broke:`, ...broken].join('\n- ')
  // biome-ignore lint/suspicious/noConsole: a program; its table is what it is for.
  console.log([...table(done), '', asked(queries), '', verdict].join('\n'))
  if (values.json !== undefined) {
    const ranAt = new Date().toISOString()
    const report = { ranAt, node: process.version, queries, atOnce, broken, cells: done }
    await writeFile(values.json, `${JSON.stringify(report, undefined, 2)}\n`)
  }
  process.exit(broken.length === 0 ? 0 : 1)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, conclude)
await runMatrix({
  queries,
  names,
  atOnce,
  report: (cell, of) => {
    cells.push(cell)
    const { scenario, client, result } = cell
    const what = result ? `${result.issued} issued, ${result.lost} lost` : 'the process ended'
    process.stderr.write(`${cells.length} of ${of}: ${scenario}, ${client}: ${what}\n`)
  },
})
await conclude()

function asked({ ours, peers }: { readonly ours: number; readonly peers: number }): string {
  const [own, others] = [ours, peers].map((count) => count.toLocaleString('en'))
  return `Asked for: ${own} queries a scenario of ours, ${others} of the others; of transactions a quarter, of bursts 9 %. The others are given 40 seconds a scenario, and not waited for when they stand still for 12.`
}
