import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { openPlace, type Place } from '../test/open-gateway.js'
import { recovery } from './recovery.js'
import { leastOf, type Result } from './result.js'
import type { Scenario } from './scenarios/scenario.js'
import { SCENARIOS } from './scenarios/scenarios.js'
import { openScene, type Scene } from './scenarios/scene.js'
import { databricksLakebase } from './subjects/databricks-lakebase.js'
import { ours } from './subjects/ours.js'
import { rawPostgres } from './subjects/raw-postgres.js'
import type { Subject } from './subjects/subject.js'
import { checkLedger, prepareLedger } from './work/ledger.js'
import { openTally, type Tally } from './work/tally.js'
import { runBursts, runWorkers } from './work/workers.js'

export const OURS = '@lakebase/pg-client'
export const SUBJECTS = {
  [OURS]: ours,
  postgres: rawPostgres,
  '@databricks/lakebase': databricksLakebase,
}

/** A client that has come to a standstill, or is this slow, is not waited for any longer. */
const PATIENCE = {
  ours: { standstillMs: 20_000, longestMs: 400_000 },
  peers: { standstillMs: 12_000, longestMs: 40_000 },
}
const LAST_WAIT_MS = 5000

/** One scenario with one client; both by name. */
export async function runCell(name: string, client: string, queries: number): Promise<Result> {
  const scenario = SCENARIOS.find((one) => one.name === name)
  const open = Object.entries(SUBJECTS).find(([known]) => known === client)?.[1]
  if (!scenario || !open) throw new Error(`no scenario ${name} or no client ${client}`)
  const place = await openPlace({ scram: scenario.scram ?? false })
  try {
    await prepare(place, scenario)
    const subject = await open({ place, maxLifetimeMs: scenario.maxLifetimeMs })
    const patience = client === OURS ? PATIENCE.ours : PATIENCE.peers
    return await run({ place, scenario, subject, queries, patience })
  } finally {
    await place.server.stop()
  }
}

async function prepare(place: Place, { scram, tokenLifetimeMs }: Scenario): Promise<void> {
  place.lifetimeMs = tokenLifetimeMs ?? 3_600_000
  await onServer(place, async (sql) => {
    await prepareLedger(sql)
    if (!scram) return
    place.rolePassword = 'first'
    await sql.unsafe(`create role ada login password 'first'`)
    await sql.unsafe('grant all on all tables in schema public to ada')
  })
}

interface Cell {
  readonly place: Place
  readonly scenario: Scenario
  readonly subject: Subject
  readonly queries: number
  readonly patience: (typeof PATIENCE)[keyof typeof PATIENCE]
}

async function run({ place, scenario, subject, queries, patience }: Cell): Promise<Result> {
  const over = new AbortController()
  const tally = openTally()
  const scene = openScene(place, over.signal)
  const count = () => void tally.uncaught++
  process.on('uncaughtException', count).on('unhandledRejection', count)
  const startMs = Date.now()
  const strikes = scenario.work === 'bursts' ? Promise.resolve() : scenario.strike(scene)
  const work = perform(scene, scenario, subject, tally, queries)
  await Promise.race([work, standstill(tally, patience)])
  const seconds = Math.round((Date.now() - startMs) / 100) / 10
  over.abort()
  await strikes
  await Promise.race([work, wait(LAST_WAIT_MS)])
  const { pending, uncaught, lost, issued } = tally
  const ledger = await onServer(place, (sql) => checkLedger(sql, tally))
  return {
    ...{ issued, lost, ...ledger, pending, uncaught },
    connects: place.gateway.counts.connects,
    mints: place.mintsAtMs.length,
    kept: place.gateway.counts.lostAnswers,
    resolved: subject.resolved?.() ?? 0,
    longestMs: tally.longestMs,
    ...recovery(scene, tally),
    seconds,
  }
}

/** Resolves when no work has ended for too long. */
async function standstill(
  tally: Tally,
  { standstillMs, longestMs }: Cell['patience'],
): Promise<void> {
  const startMs = Date.now()
  let ended = 0
  let sinceMs = startMs
  while (Date.now() - sinceMs < standstillMs && Date.now() - startMs < longestMs) {
    await wait(500)
    const now = tally.issued - tally.pending
    if (now !== ended) sinceMs = Date.now()
    ended = now
  }
}

function perform(
  scene: Scene,
  scenario: Scenario,
  subject: Subject,
  tally: Tally,
  queries: number,
): Promise<void> {
  const { work, seconds, strike } = scenario
  const endMs = Date.now() + seconds * 1000
  const least = leastOf(scenario, queries)
  if (work === 'bursts') {
    return runBursts(subject, tally, {
      bursts: least / 30,
      strike: () => strike(scene),
      over: scene.over,
    })
  }
  const goesOn = () => !scene.over.aborted && (tally.issued < least || Date.now() < endMs)
  return runWorkers(subject, tally, work, goesOn)
}

async function onServer<T>(place: Place, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(place.server.url, { max: 1, onnotice: () => undefined })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 0 })
  }
}
