import { setTimeout as wait } from 'node:timers/promises'
import { busiest } from '../faults/recovery.js'
import { openPlace, type Place } from '../test/open-gateway.js'

// `recovery [outages] [kind ...]`: how soon the first read succeeds after an outage that ends at a moment of chance.
const [outages = '20', ...names] = process.argv.slice(2)
const SHORTEST_MS = 2000
/** Enough for everything to be open again, and for the next outage to find the token older than a pause. */
const REST_MS = 1500
const READERS = 8
// biome-ignore lint/suspicious/noConsole: a program; these lines are what it is for.
const print = (line: string) => console.log(line)

/** Begins an outage; the result ends it. */
type Begin = (place: Place) => () => Promise<void>

function withoutTokens(mint: () => Promise<never>): Begin {
  return (place) => {
    place.mintFault = mint
    place.gateway.revokeTokens()
    place.gateway.kill('57P01')
    return async () => {
      place.mintFault = undefined
    }
  }
}

const KINDS: Readonly<Record<string, Begin>> = {
  'credentials 503': withoutTokens(() => Promise.reject(new Error('503'))),
  'credentials hang': withoutTokens(() => new Promise<never>(() => undefined)),
  'connections refused': ({ gateway }) => {
    const fault = gateway.fault({ kind: 'refuse-connections' })
    gateway.kill('reset')
    return fault.lift
  },
}

async function recoveries(kind: string, begin: Begin): Promise<void> {
  const place = await openPlace()
  const db = place.open()
  const successes: number[] = []
  let isOver = false
  const read = async () => {
    while (!isOver) {
      await db.read`select 1`
      successes.push(Date.now())
      await wait(10)
    }
  }
  const readers = Array.from({ length: READERS }, read)
  const past: { readonly startMs: number; readonly endMs: number }[] = []
  const waits: number[] = []
  while (past.length < Number(outages)) {
    await wait(REST_MS)
    const startMs = Date.now()
    const end = begin(place)
    await wait(SHORTEST_MS + 1000 * Math.random())
    await end()
    const endMs = Date.now()
    past.push({ startMs, endMs })
    for (;;) {
      const first = successes.find((at) => at >= endMs)
      if (first !== undefined) {
        waits.push(first - endMs)
        break
      }
      await wait(10)
    }
  }
  isOver = true
  await Promise.all(readers)
  const { connects, mints } = busiest(place, past)
  await place.close()
  waits.sort((left, right) => left - right)
  const mean = Math.round(waits.reduce((sum, ms) => sum + ms, 0) / waits.length)
  const late = waits.filter((ms) => ms > 1000).length
  print(
    `${kind}: mean ${mean} ms, ${late} of ${waits.length} later than 1000 ms, in order ${waits.join(' ')}`,
  )
  print(`${kind}: in the busiest second of an outage ${mints} mints, ${connects} connects`)
}

const strange = names.filter((name) => !(name in KINDS))
if (strange.length > 0) throw new Error(`no kind ${strange.join(', ')}`)
for (const [kind, begin] of Object.entries(KINDS)) {
  if (names.length === 0 || names.includes(kind)) await recoveries(kind, begin)
}
