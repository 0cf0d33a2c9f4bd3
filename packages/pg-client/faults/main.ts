import { runCell } from './run-cell.js'
import { runMatrix } from './run-matrix.js'

// `faults [queries] [scenario ...]`: queries of each scenario, default 20000. The whole takes half an hour.
// Each scenario of each client runs in a process of its own, which is this program again.
const [first = '20000', ...names] = process.argv.slice(2)
if (first === '--cell') {
  const [scenario = '', subject = '', queries = ''] = names
  const result = await runCell(scenario, subject, Number(queries)).catch((error) => {
    // biome-ignore lint/suspicious/noConsole: rejections are counted here, and end nothing.
    console.error(error)
    process.exit(1)
  })
  await new Promise((sent) => process.send?.(result, sent))
  process.exit()
}
// biome-ignore lint/suspicious/noConsole: a program; its table is what it is for.
const broken = await runMatrix(Number(first), names, (line) => console.log(line))
process.exitCode = broken === 0 ? 0 : 1
