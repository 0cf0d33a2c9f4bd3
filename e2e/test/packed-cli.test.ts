import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layOut } from '../published/lay-out.js'
import { run } from '../published/run.js'

test('@lakebase/cli is packed with what it depends on, laid out in an empty project, and runs the demo there', {
  timeout: 300_000,
}, () => {
  const project = mkdtempSync(join(tmpdir(), 'lakebase-packed-cli-'))
  layOut('@lakebase/cli', join(project, 'node_modules'))
  const lakebase = join(project, 'node_modules/@lakebase/cli/bin/lakebase.js')
  const demo = run(process.execPath, [lakebase, 'demo', '--no-load'], project)
  expect(demo).toMatch(/^Cost +\$1,603\.16 a month$/m)
  expect(demo).toContain('9 planned by a PostgreSQL 17 started here')
  expect(run(process.execPath, [lakebase, '--version'], project)).toMatch(/^lakebase \d/)
})
