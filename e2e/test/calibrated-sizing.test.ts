import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { applyCalibration, type Calibration } from '@lakebase/loadtest'
import { startPostgres } from '@lakebase/local-postgres'
import {
  autoscalingLimits,
  type ComputeLoad,
  provisionedLimits,
  sizeCompute,
} from '@lakebase/sizer'
import { expect, test } from 'vitest'

const suite = resolve(import.meta.dirname, '../../apps/lakebase/bin/lakebase.js')

const load: ComputeLoad = {
  bulkWritesPerSecond: 0,
  continuousWritesPerSecond: 0,
  readsPerSecond: 10_000,
  syncedTables: 0,
  syncRuns: [],
}
const calibration: Calibration = {
  schemaVersion: 1,
  rates: [
    {
      name: 'readsPerSecondPerCu',
      value: 2500,
      source: 'measured: reads on db.example.com:5432/shop with 2 CU, knee at 5,000 transactions/s',
      asOf: '2026-11-28',
      confidence: 'M',
    },
  ],
}

test.each([autoscalingLimits, provisionedLimits])(
  'the sizer takes what a load test measured in place of what is documented ($product)',
  (limits) => {
    const [documented] = sizeCompute(load, limits).needs
    const [measured] = sizeCompute(load, applyCalibration(limits, calibration)).needs
    expect(documented?.cu).toBe(10_000 / limits.readsPerSecondPerCu.value)
    expect(measured).toMatchObject({
      limit: 'rate',
      cu: 4,
      source: calibration.rates[0]?.source,
      asOf: '2026-11-28',
      confidence: 'M',
    })
  },
)

/** What four connections can do on which each transaction sleeps for 20 ms. */
const CAPACITY = 4 / 0.02
const STEP = 0.3
const CU = 2
const SCENARIO = `name: throttled
connections: 4
queries: { sleep: "SELECT pg_sleep(0.02)" }
load: { rate: 1/s, arrivals: constant, duration: 1s }
objectives: { p90: 200ms }
`

test('a sweep on a server of known capacity becomes the reads per second and CU that the sizer counts with', {
  timeout: 180_000,
}, async () => {
  const server = await startPostgres()
  const folder = mkdtempSync(join(tmpdir(), 'calibrated-'))
  const file = join(folder, 'calibration.json')
  writeFileSync(join(folder, 'loadtest.yml'), SCENARIO)
  const words = ['loadtest', 'sweep', '--rate', '128', '--resolution', String(STEP), '--step', '2s']
  const how = ['--step-warm-up', '1s', '--confirmations', '0', '--workers', '1', '--json', '-q']
  const what = ['--calibrate', file, '--cu', String(CU), '--measures', 'reads']
  const ended = spawnSync(process.execPath, [suite, ...words, ...how, ...what], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: server.url },
    maxBuffer: 64 * 1024 * 1024,
  })
  await server.stop()
  // On a machine that has no processor left for the client there is no rate, and that is said.
  if (ended.status !== 0) {
    expect(JSON.parse(ended.stdout).exit.reason).toContain('the client was the limit')
    return
  }
  const rates = JSON.parse(readFileSync(file, 'utf8'))
  const limits = applyCalibration(autoscalingLimits, rates)
  const perCu = limits.readsPerSecondPerCu.value
  expect(perCu).toBeLessThanOrEqual((CAPACITY / CU) * (1 + STEP))
  expect(perCu).toBeGreaterThanOrEqual(CAPACITY / CU / (1 + STEP))
  const [need] = sizeCompute({ ...load, readsPerSecond: 10 * CAPACITY }, limits).needs
  expect(need?.cu).toBeCloseTo((10 * CAPACITY) / perCu, 9)
  expect(need?.source).toMatch(/^measured: throttled on .* with 2 CU, knee at \d+ transactions\/s$/)
})
