import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { table } from './report.js'
import { OURS, runCell } from './run-cell.js'
import { runMatrix } from './run-matrix.js'

// `faults [queries] [scenario ...] [--peers queries] [--json file]`: queries of each scenario, default 20000, and of
// the other clients fewer where asked for. The whole takes half an hour on an idle machine; what comes of each
// cell is told as it comes, the table at the end.
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
  options: { json: { type: 'string' }, peers: { type: 'string' } },
})
const [first = '20000', ...names] = positionals
const queries = { ours: Number(first), peers: Number(values.peers ?? first) }
const cells = await runMatrix(queries, names, ({ scenario, client, result }, done, of) => {
  const what = result ? `${result.issued} issued, ${result.lost} lost` : 'the process ended'
  process.stderr.write(`${done} of ${of}: ${scenario}, ${client}: ${what}\n`)
})
const broken = cells.flatMap((cell) => cell.broken.map((what) => `${cell.scenario}: ${what}`))
const verdict =
  broken.length === 0 ? `${OURS} kept every promise` : [`${OURS} broke`, ...broken].join('\n- ')
// biome-ignore lint/suspicious/noConsole: a program; its table is what it is for.
console.log([...table(cells), '', asked(queries), '', verdict].join('\n'))
if (values.json !== undefined) {
  const ranAt = new Date().toISOString()
  const report = { ranAt, node: process.version, queries, broken, cells }
  await writeFile(values.json, `${JSON.stringify(report, undefined, 2)}\n`)
}
process.exitCode = broken.length === 0 ? 0 : 1

function asked({ ours, peers }: { readonly ours: number; readonly peers: number }): string {
  const [own, others] = [ours, peers].map((count) => count.toLocaleString('en'))
  return `Asked for: ${own} queries a scenario of ours, ${others} of the others; of transactions a quarter, of bursts 9 %. The others are given 40 seconds a scenario, and not waited for when they stand still for 12.`
}
