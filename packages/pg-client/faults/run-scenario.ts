import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import type { Place } from '../test/open-gateway.js'
import type { Scenario } from './scenario.js'
import { newId, type Subject } from './subject.js'

export interface ScenarioResult {
  issued: number
  /** Rejected. */
  lost: number
  /** Rows of one insert beyond the first. */
  duplicates: number
  /** Inserts that were confirmed and are not there. */
  missing: number
  /** Neither done nor rejected five seconds after the end. */
  pending: number
  /** What would have ended the process. */
  uncaught: number
  connects: number
  mints: number
  lostAnswers: number
  longestMs: number
  seconds: number
}

const WORKERS = 40
/** A client that has come to a standstill is not waited for longer than this. */
const LONGEST_MS = 60_000
const PATIENCE_MS = 5000

export async function runScenario(
  place: Place,
  scenario: Scenario,
  open: (place: Place, scenario: Scenario) => Subject,
  queries: number,
): Promise<ScenarioResult> {
  const admin = postgres(place.server.url, { max: 1, onnotice: () => undefined })
  // No key: a second run of an insert would be seen.
  await admin`create table work (id uuid)`
  place.lifetimeMs = scenario.lifetimeMs ?? 3_600_000
  const subject = open(place, scenario)
  const over = new AbortController()
  const tally = { issued: 0, lost: 0, pending: 0, uncaught: 0, longestMs: 0 }
  const confirmed: string[] = []
  const count = () => void tally.uncaught++
  process.on('uncaughtException', count).on('unhandledRejection', count)

  const startMs = Date.now()
  const one = async () => {
    const isInsert = tally.issued++ % 2 === 0
    const id = newId()
    const begunMs = Date.now()
    tally.pending++
    try {
      await (isInsert ? subject.insert(id) : subject.read(id))
      if (isInsert) confirmed.push(id)
    } catch {
      tally.lost++
      await wait(1)
    } finally {
      tally.pending--
      tally.longestMs = Math.max(tally.longestMs, Date.now() - begunMs)
    }
  }
  const worker = async () => {
    while (tally.issued < queries && !over.signal.aborted) await one()
  }
  const work = Promise.all(Array.from({ length: WORKERS }, worker))
  const strikes = scenario.strike(place, over.signal)
  await Promise.race([work, wait(LONGEST_MS, undefined, { signal: over.signal })])
  over.abort()
  const seconds = Math.round((Date.now() - startMs) / 100) / 10
  await strikes
  await Promise.race([work, wait(PATIENCE_MS)])
  const { pending } = tally
  process.off('uncaughtException', count).off('unhandledRejection', count)
  const rows = await admin<{ id: string; times: number }[]>`
    select id, count(*)::int as times from work group by id`
  const there = new Map(rows.map(({ id, times }) => [id, times]))
  const result = {
    ...tally,
    pending,
    duplicates: rows.reduce((sum, { times }) => sum + times - 1, 0),
    missing: confirmed.filter((id) => !there.has(id)).length,
    connects: place.gateway.counts.connects,
    lostAnswers: place.gateway.counts.lostAnswers,
    mints: subject.mints(),
    seconds,
  }
  process.on('uncaughtException', ignore).on('unhandledRejection', ignore)
  await Promise.race([subject.close(), wait(1000)])
  await admin.end()
  await wait(50)
  process.off('uncaughtException', ignore).off('unhandledRejection', ignore)
  return result
}

const ignore = () => undefined
