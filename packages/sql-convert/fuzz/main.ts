// Mutated statements: `pnpm fuzz [COUNT] [SEED] [FILE…]`. No text may make the converter crash or hang.
import { readFileSync } from 'node:fs'
import { createConverter } from '../src/convert/create-converter.js'
import { mutate } from './mutate.js'
import { randomOf } from './random.js'
import { SEEDS } from './seeds.js'

/** Longer than this for one text is a hang. */
const MOST_MS = 1000

const [count = '1000000', seed = '1', ...files] = process.argv.slice(2)
const seeds = files.length > 0 ? files.flatMap(readSeeds) : SEEDS
const random = randomOf(Number(seed))
const found = { crashes: 0, hangs: 0, converted: 0, refused: 0, unreadable: 0 }
let slowest = { ms: 0, text: '' }

for (let number = 0; number < Number(count); number++) {
  const text = mutate(random, seeds)
  const start = performance.now()
  try {
    for (const { status } of createConverter().convert(text).statements) {
      if (status === 'converted' || status === 'already_postgres') found.converted++
      else if (status === 'parse_error') found.unreadable++
      else found.refused++
    }
  } catch (error) {
    found.crashes++
    const stack = error instanceof Error ? error.stack : String(error)
    if (found.crashes <= 20) print(`crash of ${JSON.stringify(text)}: ${stack}`)
  }
  const ms = performance.now() - start
  if (ms > slowest.ms) slowest = { ms, text }
  if (ms > MOST_MS && cpuMs(text) > MOST_MS) {
    found.hangs++
    if (found.hangs <= 20) print(`${ms.toFixed(0)} ms for ${JSON.stringify(text)}`)
  }
}

print(
  `${count} texts, seed ${seed}: ${found.crashes} crashes, ${found.hangs} over ${MOST_MS} ms, ` +
    `slowest ${slowest.ms.toFixed(0)} ms; statements: ${found.converted} converted, ` +
    `${found.refused} refused, ${found.unreadable} unreadable`,
)
if (found.crashes + found.hangs > 0) process.exitCode = 1

/** The time of the processor for a text once more: the clock also counts what others do meanwhile. */
function cpuMs(text: string): number {
  const start = process.cpuUsage()
  try {
    createConverter().convert(text)
  } catch {
    // Counted as a crash already.
  }
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** A statement a line, or JSON of a corpus. */
function readSeeds(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8')
  if (!file.endsWith('.json')) return text.split(';\n')
  const fixtures: readonly { readonly sql: string }[] = JSON.parse(text)
  return fixtures.map(({ sql }) => sql)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
