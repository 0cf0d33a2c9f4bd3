import { startPostgres } from '@lakebase/local-postgres'
import { openPlace } from '../test/open-gateway.js'
import { openLedger } from './open-ledger.js'
import { runSchedule } from './run-schedule.js'
import { scheduleOf } from './schedule.js'

// `fuzz [seed]`: that schedule alone, told in full. `fuzz --count 10000 [--from 1]`: so many.
const LANES = 6
const words = process.argv.slice(2)
const numberAfter = (word: string, otherwise: number) =>
  words.includes(word) ? Number(words[words.indexOf(word) + 1]) : otherwise
const alone = words[0] !== undefined && /^\d+$/.test(words[0]) ? Number(words[0]) : undefined
const from = alone ?? numberAfter('--from', 1)
const count = alone === undefined ? numberAfter('--count', 10_000) : 1
// biome-ignore lint/suspicious/noConsole: a program; what it prints is what it is for.
const print = (line: string) => console.log(line)

let uncaught = 0
const onUncaught = (error: unknown) => {
  uncaught++
  print(`uncaught: ${error}`)
}
process.on('uncaughtException', onUncaught).on('unhandledRejection', onUncaught)

if (alone !== undefined) print(JSON.stringify(scheduleOf(alone), undefined, 2))
let next = from
let done = 0
let bad = 0
// An answer given is an answer kept; nothing crashes here.
const server = await startPostgres({ settings: { max_connections: '400' } })
const ledger = await openLedger(await openPlace({ server, tls: false }))
/** Most of a schedule is waiting, so many run at a time: on one server, each lane behind a gateway of its own. */
async function lane(_: unknown, n: number): Promise<void> {
  const place = await openPlace({ server, tls: n % 4 === 0 })
  while (next < from + count) {
    const seed = next++
    const violations = await runSchedule(place, ledger, seed)
    if (violations.length > 0) bad++
    for (const violation of violations) print(`seed ${seed}: ${violation}`)
    if (++done % 500 === 0) print(`${done} schedules, ${bad} with violations`)
  }
  await place.close()
}
const lanes = alone === undefined ? Math.min(LANES, count) : 1
const end = Promise.all(Array.from({ length: lanes }, lane))
await end.catch((error) => {
  print(`broke off: ${error}`)
  process.exit(1)
})
await server.stop()
const seeds = `seeds ${from} to ${from + count - 1}`
print(`${done} schedules, ${seeds}: ${bad} with violations, ${uncaught} uncaught`)
process.exit(bad + uncaught === 0 ? 0 : 1)
