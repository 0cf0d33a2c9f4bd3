import { openPlace } from '../test/open-gateway.js'
import { runSchedule } from './run-schedule.js'
import { scheduleOf } from './schedule.js'

// `fuzz [seed]`: that schedule alone, told in full. `fuzz --count 10000 [--from 1]`: so many.
const LANES = 4
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
/** Most of a schedule is waiting, so several run at a time, each on a server of its own. */
async function lane(): Promise<void> {
  const place = await openPlace()
  await place.open().sql`create table ledger (id text)`
  while (next < from + count) {
    const seed = next++
    const violations = await runSchedule(place, seed)
    if (violations.length > 0) bad++
    for (const violation of violations) print(`seed ${seed}: ${violation}`)
    if (++done % 500 === 0) print(`${done} schedules, ${bad} with violations`)
  }
  await place.close()
}
const end = Promise.all(Array.from({ length: alone === undefined ? LANES : 1 }, lane))
await end.catch((error) => {
  print(`broke off: ${error}`)
  process.exit(1)
})
print(`${done} schedules from seed ${from}: ${bad} with violations, ${uncaught} uncaught`)
process.exit(bad + uncaught === 0 ? 0 : 1)
