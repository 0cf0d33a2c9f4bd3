import { expect, test } from 'vitest'
import { isDatabricksHost, repairHost } from './repair-host.js'

const HOST = 'https://dbc-1.cloud.databricks.com'

test.each([
  { written: HOST, repairs: [] },
  { written: `${HOST}/`, repairs: [] },
  { written: ' DBC-1.cloud.databricks.com ', repairs: ['https:// was missing'] },
  { written: 'hhttps://dbc-1.cloud.databricks.com', repairs: ['hhttps:// was taken as https://'] },
  { written: 'http://dbc-1.cloud.databricks.com', repairs: ['http:// was taken as https://'] },
  { written: `${HOST}/?o=12#job/3`, repairs: ['the path after the host was left out'] },
])('"$written" is the workspace', ({ written, repairs }) => {
  expect(repairHost(written, 'x')).toEqual({ host: HOST, repairs })
})

test.each([
  '',
  'workspace',
  'https://user@dbc-1.cloud.databricks.com',
  'a b.com',
  'https://',
  'a..b',
])('"%s" is refused', (written) => {
  expect(() => repairHost(written, 'DATABRICKS_HOST')).toThrow(
    'DATABRICKS_HOST is not the address of a workspace',
  )
})

test.each([
  { host: 'https://a.cloud.databricks.com', is: true },
  { host: 'https://adb-1.2.azuredatabricks.net', is: true },
  { host: 'https://1.2.gcp.databricks.com', is: true },
  { host: 'https://localhost:8443', is: true },
  { host: 'https://databricks.com.example.org', is: false },
  { host: 'https://xdatabricks.com', is: false },
])('$host is of Databricks: $is', ({ host, is }) => {
  expect(isDatabricksHost(host)).toBe(is)
})
