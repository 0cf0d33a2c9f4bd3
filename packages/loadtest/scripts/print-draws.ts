import { compileScript } from '../src/generate/compile-script.js'
import type { Generator, ParameterValue } from '../src/scenario/generator.js'

/** What a draw costs, and what it leaves for the garbage collector. */
const DRAWS = 2_000_000
const GENERATORS: Readonly<Record<string, Generator>> = {
  'nothing: seeding an arrival': { kind: 'constant', value: 1 },
  'uniform, 1 to 100,000': { kind: 'uniform', from: 1, to: 100_000 },
  'uniform, 1 to 2^50': { kind: 'uniform', from: 1, to: 2 ** 50 },
  'zipfian 1.1, of 100,000': { kind: 'zipfian', from: 1, to: 100_000, exponent: 1.1 },
  'zipfian 0.99, of 10^9': { kind: 'zipfian', from: 1, to: 1e9, exponent: 0.99 },
  'gaussian 5': { kind: 'gaussian', from: 1, to: 100_000, parameter: 5 },
  'exponential 5': { kind: 'exponential', from: 1, to: 100_000, parameter: 5 },
  sequence: { kind: 'sequence', from: 1, step: 1 },
  'choice of 4': { kind: 'choice', values: ['a', 'b', 'c', 'd'] },
  'choice of 4 by weight': { kind: 'choice', values: ['a', 'b', 'c', 'd'], weights: [4, 3, 2, 1] },
  'decimal of 2 digits': { kind: 'decimal', from: 0, to: 250, digits: 2 },
  'day of a year': { kind: 'date', from: '2024-01-01', to: '2024-12-31', unit: 'day' },
  uuid: { kind: 'uuid' },
  'text of 12': { kind: 'text', minLength: 12, maxLength: 12 },
}

const width = Math.max(...Object.keys(GENERATORS).map(({ length }) => length))
process.stdout.write(`${'a draw, with the seeding of its arrival'.padEnd(width)}  ns   bytes\n`)
for (const [name, generator] of Object.entries(GENERATORS)) {
  const { ns, bytes } = cost(generator)
  process.stdout.write(
    `${name.padEnd(width)}  ${ns.toFixed(0).padStart(3)}  ${bytes.toFixed(1).padStart(6)}\n`,
  )
}

function cost(generator: Generator): { readonly ns: number; readonly bytes: number } {
  const script = compileScript(
    { id: 'a', weight: 1, variables: ['a'], steps: [{ kind: 'set', slot: 0, generator }] },
    { seed: 1, worker: 0, workers: 1 },
  )
  const values: ParameterValue[] = [0]
  const run = (count: number) => {
    for (let arrival = 0; arrival < count; arrival += 1) script.draw(arrival, 0, values)
  }
  run(200_000)
  const rounds = Array.from({ length: 5 }, () => {
    const heap = process.memoryUsage().heapUsed
    const start = process.cpuUsage()
    run(DRAWS / 5)
    const { user } = process.cpuUsage(start)
    return {
      ns: (user * 1000) / (DRAWS / 5),
      bytes: (process.memoryUsage().heapUsed - heap) / (DRAWS / 5),
    }
  })
  const [best] = rounds.toSorted((a, b) => a.ns - b.ns)
  // A round with a collection in it says too little.
  const bytes = Math.max(0, ...rounds.map((one) => one.bytes))
  return { ns: best?.ns ?? 0, bytes }
}
