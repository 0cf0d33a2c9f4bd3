import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lintBundle } from './lint-bundle.js'

const folder = join(import.meta.dirname, '../../test/hand-written')

test.each(readdirSync(folder))('%s is right in a way of its own, and has no finding', (name) => {
  const text = readFileSync(join(folder, name), 'utf8')
  expect(lintBundle(new Map([['databricks.yml', text]]))).toEqual([])
})
