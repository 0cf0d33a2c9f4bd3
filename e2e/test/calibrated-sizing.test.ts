import { applyCalibration, type Calibration } from '@lakebase/loadtest'
import {
  autoscalingLimits,
  type ComputeLoad,
  provisionedLimits,
  sizeCompute,
} from '@lakebase/sizer'
import { expect, test } from 'vitest'

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
