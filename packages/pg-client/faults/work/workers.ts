import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Aborted, type Subject } from '../subjects/subject.js'
import { ACCOUNTS } from './ledger.js'
import type { Tally } from './tally.js'

const WORKERS = { queries: 40, transfers: 20 }

/** Each worker has one piece of work under way at a time, for as long as it goes on. */
export async function runWorkers(
  subject: Subject,
  tally: Tally,
  work: 'queries' | 'transfers',
  goesOn: () => boolean,
): Promise<void> {
  const one = work === 'queries' ? insertOrRead : transfer
  const worker = async () => {
    while (goesOn()) await one(subject, tally)
  }
  await Promise.all(Array.from({ length: WORKERS[work] }, worker))
}

async function insertOrRead(subject: Subject, tally: Tally): Promise<void> {
  const id = randomUUID()
  const isInsert = tally.issued % 2 === 0
  const end = await tally.watch(() => (isInsert ? subject.insert(id) : subject.read(id)))
  if (end !== 'done') await lose(tally)
  if (isInsert) (end === 'done' ? tally.confirmed : tally.rejected).push(id)
}

async function transfer(subject: Subject, tally: Tally): Promise<void> {
  const id = randomUUID()
  const aborts = randomInt(5) === 0
  // In order, so that no two wait for one another.
  const from = randomInt(ACCOUNTS - 1)
  const to = randomInt(from + 1, ACCOUNTS)
  const end = await tally.watch(() => subject.transfer({ id, from, to, aborts }))
  if (aborts && end instanceof Aborted) tally.aborted.push(id)
  else if (end === 'done') tally.confirmed.push(id)
  else {
    tally.rejected.push(id)
    await lose(tally)
  }
}

/** A client that rejects at once must not keep its workers from everything else. */
async function lose(tally: Tally): Promise<void> {
  tally.lost++
  await wait(1)
}

export interface Bursts {
  readonly bursts: number
  readonly strike: () => Promise<void>
  readonly over: AbortSignal
}

/** 30 reads at the moment at which all idle connections die. */
export async function runBursts(subject: Subject, tally: Tally, options: Bursts): Promise<void> {
  for (let burst = 0; burst < options.bursts && !options.over.aborted; burst++) {
    await options.strike()
    const reads = Array.from({ length: 30 }, () => tally.watch(() => subject.read(randomUUID())))
    for (const end of await Promise.all(reads)) if (end !== 'done') tally.lost++
    await wait(20)
  }
}
