import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseWorkload } from '@lakebase/config'
import { expect, test } from 'vitest'
import { lakebase } from './run-built.js'

/** Made up, in the shape of what each tool prints. */
const GET_METRIC_DATA = JSON.stringify({
  MetricDataResults: [
    {
      Id: 'm1',
      Label: 'shop-prod DatabaseConnections',
      Timestamps: ['2026-11-02T00:05:00+00:00', '2026-11-02T00:00:00+00:00'],
      Values: [212, 180.5],
      StatusCode: 'Complete',
    },
    {
      Id: 'm2',
      Label: 'VolumeBytesUsed',
      Timestamps: ['2026-11-02T00:05:00+00:00', '2026-11-02T00:00:00+00:00'],
      Values: [93_400_000_000, 93_000_000_000],
      StatusCode: 'Complete',
    },
    { Id: 'm3', Label: 'ReadIOPS', Timestamps: ['2026-11-02T00:00:00+00:00'], Values: [1450.25] },
  ],
  Messages: [],
})
const GET_METRIC_STATISTICS = JSON.stringify({
  Label: 'DatabaseConnections',
  Datapoints: [
    { Timestamp: '2026-11-02T00:05:00Z', Average: 90, Maximum: 131, Unit: 'Count' },
    { Timestamp: '2026-11-02T00:00:00Z', Average: 80, Maximum: 99, Unit: 'Count' },
  ],
})
const CONSOLE_CSV = `Full label,"DatabaseConnections shop, prod","WriteIOPS"
Label,"DatabaseConnections","WriteIOPS"
Statistic,Maximum,Average
Period,300,300
2026/11/02 00:00:00,75,310.5
2026/11/02 00:05:00,,402
`
const COUNTERS = ['inserted', 'updated', 'deleted'].map((kind, index) => ({
  Key: { Metric: `db.SQL.tup_${kind}.avg` },
  DataPoints: [
    { Timestamp: 1_793_577_600, Value: 100 * (index + 1) },
    { Timestamp: 1_793_577_660, Value: index === 2 ? null : 40 },
  ],
}))
const PERFORMANCE_INSIGHTS = JSON.stringify({
  AlignedStartTime: 1_793_577_600,
  AlignedEndTime: 1_793_577_720,
  Identifier: 'db-EXAMPLE',
  MetricList: [
    ...COUNTERS,
    {
      Key: { Metric: 'db.User.numbackends.avg' },
      DataPoints: [{ Timestamp: 1_793_577_600, Value: 61.2 }],
    },
    {
      Key: { Metric: 'db.User.numbackends.avg', Dimensions: { 'db.user.name': 'app' } },
      DataPoints: [{ Timestamp: 1_793_577_600, Value: 999 }],
    },
  ],
})
const AZURE_JSON = JSON.stringify({
  cost: 59,
  interval: 'PT1H',
  namespace: 'Microsoft.DBforPostgreSQL/flexibleServers',
  resourceregion: 'westeurope',
  timespan: '2026-11-01T00:00:00Z/2026-11-02T00:00:00Z',
  value: [
    azureMetric('active_connections', [{ average: 41, maximum: 77 }]),
    azureMetric('tup_inserted', [{ total: 3_600_000 }, { total: 720_000 }]),
    azureMetric('database_size_bytes', [{ average: 5_000_000_000 }]),
  ],
})
const AZURE_CSV = `TenantId,"TimeGenerated [UTC]",MetricName,Total,Maximum,Minimum,Average,TimeGrain,UnitName
t,"11/2/2026, 12:00:00.000 AM",active_connections,100,33,1,20,PT1M,Count
t,"11/2/2026, 12:01:00.000 AM",active_connections,100,48,1,20,PT1M,Count
t,"11/2/2026, 12:00:00.000 AM",storage_used,,12000000000,,12000000000,PT1M,Bytes
`

function azureMetric(name: string, values: readonly Record<string, number>[]) {
  const data = values.map((value, hour) => ({ timeStamp: `2026-11-01T0${hour}:00:00Z`, ...value }))
  return { name: { value: name, localizedValue: name }, unit: 'Count', timeseries: [{ data }] }
}

const EXPORTS = [
  ['get-metric-data', 'CloudWatch', GET_METRIC_DATA, { connections: 212, storedGb: 93.4 }, 'aws'],
  ['get-metric-statistics', 'CloudWatch', GET_METRIC_STATISTICS, { connections: 131 }, 'aws'],
  ['the CSV of a graph', 'CloudWatch', CONSOLE_CSV, { connections: 75 }, 'aws'],
  [
    'pi get-resource-metrics',
    'Performance Insights',
    PERFORMANCE_INSIGHTS,
    { connections: 62, writes: 600 },
    'aws',
  ],
  [
    'az monitor metrics list',
    'Azure Monitor',
    AZURE_JSON,
    { connections: 77, writes: 1000, storedGb: 5 },
    'azure',
  ],
  ['AzureMetrics as CSV', 'Azure Monitor', AZURE_CSV, { connections: 48, storedGb: 12 }, 'azure'],
] as const

test.each(EXPORTS)(
  '%s is told to be of %s, and its peaks are read',
  (_, vendor, text, peaks, cloud) => {
    const cwd = mkdtempSync(join(tmpdir(), 'lakebase-metrics-'))
    writeFileSync(join(cwd, 'export'), text)
    const { code, stdout, stderr } = lakebase(['init', '--from-metrics', 'export', '-o', '-'], cwd)
    expect([code, stderr]).toEqual([0, ''])
    const { workload, findings } = parseWorkload(stdout, { file: 'workload.yml' })
    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
    expect(stdout).toMatch(/^# yaml-language-server: \$schema=/)
    expect(stdout).toContain(`# From export: ${vendor}, 2026-11-0`)
    expect(workload?.target.cloud).toBe(cloud)
    const found = {
      connections: workload?.load.connections,
      writes: workload?.load.continuousWritesPerSecond,
      storedGb: workload?.storage.dataStoredGb,
    }
    expect(found).toMatchObject(peaks)
  },
)

test('what an export does not say is said, and not made up', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'lakebase-metrics-'))
  writeFileSync(join(cwd, 'm.json'), GET_METRIC_DATA)
  const { stdout } = lakebase(['init', '--from-metrics', 'm.json', '-o', '-'], cwd)
  expect(stdout).toContain(
    '# Not in it: queries a second that read, rows a second that are written',
  )
  expect(stdout).toMatch(/^ {2}# reads_per_second: /m)
  expect(stdout).toContain('#   ReadIOPS 1,450.25')
  writeFileSync(join(cwd, 'a.json'), AZURE_JSON)
  const azure = lakebase(['init', '--from-metrics', 'a.json', '-o', '-'], cwd).stdout
  expect(azure).toContain('rows updated and deleted are not in the export')
})

test('a file that is no export is refused, and says what is read', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'lakebase-metrics-'))
  const bad = { 'a.json': '{"some": "thing"}', 'b.csv': 'a,b\n1,2\n', 'c.json': '{"half' }
  for (const [name, text] of Object.entries(bad)) {
    writeFileSync(join(cwd, name), text)
    const { code, stderr } = lakebase(['init', '--from-metrics', name], cwd)
    expect([code, stderr]).toEqual([3, expect.stringContaining('az monitor metrics list')])
  }
})
