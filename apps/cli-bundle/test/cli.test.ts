import { expect, test } from 'vitest'
import { lakebaseBundle, shop } from './run-built.js'

test('an unknown option is refused with the nearest one', () => {
  const { code, stderr } = lakebaseBundle(['--confg', shop])
  expect(code).toBe(2)
  expect(stderr).toContain('--config')
})

test('a workload file that is not there is exit 3', () => {
  expect(lakebaseBundle(['--config', 'nowhere.yml']).code).toBe(3)
})
