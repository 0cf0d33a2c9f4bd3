import { expect, test } from 'vitest'
import { Histogram, type HistogramSnapshot } from '../histogram/histogram.js'
import type { Scenario, Script, StatementStep } from '../scenario/scenario.js'
import { Recorder } from './recorder.js'
import { statementsOf } from './statements-of.js'

const scenario: Scenario = {
  name: 'two scripts',
  seed: 1,
  scripts: [script('read', 1), script('write', 2)],
  load: {
    model: 'open',
    arrivals: 'constant',
    stages: [{ name: 'hold', durationMs: 10_000, fromRate: 10, toRate: 10, measured: true }],
  },
  driver: 'wire',
  connections: 1,
  connectTimeoutMs: 1000,
  maxTries: 1,
  objectives: [],
}

test('statements are numbered through all scripts', () => {
  expect(statementsOf(scenario).map(({ script: of, step }) => [of, step.id])).toEqual([
    [0, 'read 1'],
    [1, 'write 1'],
    [1, 'write 2'],
  ])
})

test('figures are by script and by statement, of measured stages only', () => {
  const recorder = new Recorder(scenario)
  for (const measured of [false, true]) {
    recorder.due(1, 0, measured)
    recorder.statement(1, 80, 1, measured)
    recorder.statement(2, 40, 3, measured)
    recorder.statementFailed(0, measured)
    recorder.succeeded(1, 200, 120, 0, measured)
    recorder.retried(1, measured)
    recorder.bytes(1, 1000, 50, measured)
    recorder.scheduleLag(7, 0, measured)
    recorder.connectionWait(70, measured)
    recorder.failed(0, { statement: 0, code: '40001', message: 'try again' }, 9000, 1, measured)
  }
  const { scripts, statements, failures, ...rest } = recorder.snapshot()
  expect(
    scripts.map(({ due, retries, bytesReceived, bytesSent }) => ({
      due,
      retries,
      bytesReceived,
      bytesSent,
    })),
  ).toEqual([
    { due: 0, retries: 0, bytesReceived: 0, bytesSent: 0 },
    { due: 1, retries: 1, bytesReceived: 1000, bytesSent: 50 },
  ])
  expect(scripts.map((of) => [of.response.sum, of.service.sum, of.failure.sum])).toEqual([
    [0, 0, 9000],
    [200, 120, 0],
  ])
  expect(statements.map((of) => [of.failed, of.rows, of.service.sum])).toEqual([
    [1, 0, 0],
    [0, 1, 80],
    [0, 3, 40],
  ])
  expect(failures).toEqual([
    { script: 0, statement: 0, code: '40001', message: 'try again', count: 1 },
  ])
  expect([rest.scheduleLag.sum, rest.connectionWait.sum]).toEqual([7, 70])
})

test('failures are counted by script, statement and code, with the message of the first', () => {
  const recorder = new Recorder(scenario)
  const fail = (script: number, code: string, message: string, statement?: number) =>
    recorder.failed(
      script,
      statement === undefined ? { code, message } : { statement, code, message },
      1,
      0,
      true,
    )
  fail(1, '23505', 'first', 2)
  fail(1, '23505', 'second', 2)
  fail(1, '23505', 'another statement', 1)
  fail(0, 'timeout', 'another script')
  expect(recorder.snapshot().failures).toEqual([
    { script: 1, statement: 2, code: '23505', message: 'first', count: 2 },
    { script: 1, statement: 1, code: '23505', message: 'another statement', count: 1 },
    { script: 0, code: 'timeout', message: 'another script', count: 1 },
  ])
})

test('each second has its own figures, the warm-up too, also when an answer of before comes late', () => {
  const recorder = new Recorder(scenario)
  recorder.due(0, 0, false)
  recorder.succeeded(0, 100, 100, 0, false)
  recorder.succeeded(0, 300, 300, 3, true)
  recorder.succeeded(1, 200, 200, 0, true)
  recorder.failed(0, { code: 'timeout', message: '' }, 5, 3, true)
  recorder.succeeded(0, 400, 400, 3, true)
  recorder.scheduleLag(5, 3, true)
  recorder.scheduleLag(6, 3, true)
  recorder.sample(3, 9, 1)
  recorder.sample(3, 2, 1)
  const { seconds } = recorder.snapshot()
  expect(seconds.map(({ response, ...counts }) => [counts, bucketsOf(response)])).toEqual([
    [
      second(0, { due: 1, succeeded: 2 }),
      [
        [100, 1],
        [200, 1],
      ],
    ],
    [second(1, {}), []],
    [second(2, {}), []],
    [
      second(3, {
        succeeded: 2,
        failed: 1,
        lagCount: 2,
        lagSum: 11,
        queue: 2,
        longestQueue: 9,
        busyConnections: 1,
      }),
      [
        [300, 1],
        [400, 1],
      ],
    ],
  ])
  expect(recorder.progress(0)).toEqual(seconds[0])
  expect(recorder.progress(3)).toEqual(seconds[3])
  expect(recorder.progress(4)).toBeUndefined()
})

test('opening connections stands apart', () => {
  const recorder = new Recorder(scenario)
  recorder.opened(1500)
  recorder.openFailed('53300', 'too many clients')
  recorder.openFailed('53300', 'too many clients')
  const { connecting } = recorder.snapshot()
  expect(connecting.time.sum).toBe(1500)
  expect(connecting.failures).toEqual([{ code: '53300', message: 'too many clients', count: 2 }])
})

test('a snapshot goes to another thread as it is', () => {
  const recorder = new Recorder(scenario)
  recorder.succeeded(0, 100, 100, 0, true)
  expect(structuredClone(recorder.snapshot())).toEqual(recorder.snapshot())
})

test('a script that the scenario has not is our bug, and says so', () => {
  expect(() => new Recorder(scenario).due(2, 0, true)).toThrow(RangeError)
  expect(() => new Recorder(scenario).due(0, 0.5, true)).toThrow(/A second is a whole number/)
})

function script(id: string, statements: number): Script {
  const steps = Array.from(
    { length: statements },
    (_, index): StatementStep => ({
      kind: 'statement',
      id: `${id} ${index + 1}`,
      sql: 'SELECT 1',
      parameters: [],
    }),
  )
  return {
    id,
    weight: 1,
    variables: ['pause'],
    steps: [{ kind: 'sleep', ms: { kind: 'constant', value: 0 } }, ...steps],
  }
}

function second(at: number, counts: object): object {
  const none = {
    due: 0,
    succeeded: 0,
    failed: 0,
    lagCount: 0,
    lagSum: 0,
    queue: 0,
    longestQueue: 0,
    busyConnections: 0,
  }
  return { second: at, ...none, ...counts }
}

function bucketsOf(snapshot: HistogramSnapshot): readonly (readonly number[])[] {
  const histogram = new Histogram(2)
  histogram.addSnapshot(snapshot)
  return [...histogram.buckets()].map(({ from, count }) => [from, count])
}

test('a transaction of one statement counts for the script and for the statement', () => {
  const recorder = new Recorder(scenario)
  recorder.statement(0, 30, 1, true)
  recorder.succeeded(0, 50, 30, 0, true)
  recorder.succeededAlone(0, 0, 70, 2, 1, true)
  recorder.succeededAlone(0, 0, 900, 2, 1, false)
  const { scripts, statements, seconds } = recorder.snapshot()
  expect(scripts.map(({ response, service }) => [response.sum, service.sum])).toEqual([
    [120, 100],
    [0, 0],
  ])
  expect(statements.map(({ rows, service }) => [rows, service.sum])).toEqual([
    [3, 100],
    [0, 0],
    [0, 0],
  ])
  expect(seconds.map(({ succeeded, response }) => [succeeded, response.sum])).toEqual([
    [1, 50],
    [2, 970],
  ])
})
