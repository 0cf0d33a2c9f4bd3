import { expect, test } from 'vitest'
import { Recorder } from '../record/recorder.js'
import type { Scenario } from '../scenario/scenario.js'
import { NextArrival } from './arrival.js'
import { planScripts } from './script-plan.js'
import { TransactionAccount } from './transaction-account.js'

const scenario: Scenario = {
  ...{ name: 'one statement', seed: 1, driver: 'wire', connections: 1, connectTimeoutMs: 1000 },
  ...{ maxTries: 2, objectives: [] },
  load: {
    model: 'closed',
    stages: [{ name: 'hold', durationMs: 1000, fromClients: 1, toClients: 1, measured: true }],
  },
  scripts: [
    {
      ...{ id: 'read', weight: 1, variables: [] },
      steps: [{ kind: 'statement', id: 'read', sql: 'SELECT 1', parameters: [] }],
    },
  ],
}

/** One transaction that was due at `dueMs`, began at 20 ms and ended at 25 ms. */
function sumsOf(dueMs: number, meanwhile: (account: TransactionAccount) => void = () => undefined) {
  const recorder = new Recorder(scenario)
  const account = new TransactionAccount(recorder)
  const arrival = new NextArrival(planScripts(scenario, { worker: 0, workers: 1 }))
  account.begin(arrival.set(0, 0, dueMs, true), 20, undefined)
  account.sentMs = 20
  meanwhile(account)
  account.succeededAlone(0, 3, 25, undefined)
  const { scripts, statements } = recorder.snapshot()
  const [script] = scripts
  const [statement] = statements
  return {
    response: script?.response.sum,
    service: script?.service.sum,
    statement: statement?.service.sum,
    rows: statement?.rows,
  }
}

test('a transaction of one statement has its times, whether it waited, was tried again, or neither', () => {
  expect(sumsOf(20)).toEqual({ response: 5000, service: 5000, statement: 5000, rows: 3 })
  expect(sumsOf(12)).toEqual({ response: 13_000, service: 5000, statement: 5000, rows: 3 })
  const again = (account: TransactionAccount) => {
    account.again()
    account.sentMs = 23
  }
  expect(sumsOf(20, again)).toEqual({ response: 5000, service: 5000, statement: 2000, rows: 3 })
})
