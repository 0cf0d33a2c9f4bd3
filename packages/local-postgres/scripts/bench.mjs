// How long a server takes to start from the template and to stop. Builds the cache first.
import { performance } from 'node:perf_hooks'
import { startPostgres } from '../dist/index.js'

const RUNS = 9
const times = { start: [], stop: [] }

await timed(startPostgres).then(({ result, ms }) => {
  process.stdout.write(`first start, cache built if need be: ${ms.toFixed(0)} ms\n`)
  return result.stop()
})
for (let run = 0; run < RUNS; run++) {
  const start = await timed(startPostgres)
  const stop = await timed(start.result.stop)
  times.start.push(start.ms)
  times.stop.push(stop.ms)
}
for (const [what, values] of Object.entries(times)) {
  const [low, median, high] = spread(values)
  process.stdout.write(`${what}: ${median} ms median of ${RUNS} (${low} to ${high})\n`)
}

async function timed(action) {
  const begin = performance.now()
  const result = await action()
  return { result, ms: performance.now() - begin }
}

function spread(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map(Math.round)
}
