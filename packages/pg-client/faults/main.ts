import { runMatrix } from './run-matrix.js'

// `faults [queries] [scenario ...]`: queries of each scenario, default 20000.
const [queries = '20000', ...names] = process.argv.slice(2)
// biome-ignore lint/suspicious/noConsole: a program; its table is what it is for.
const failures = await runMatrix(Number(queries), names, (line) => console.log(line))
process.exitCode = failures === 0 ? 0 : 1
