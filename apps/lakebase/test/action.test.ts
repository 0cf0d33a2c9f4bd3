import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { bin, root } from './run-built.js'

const SLOW_MS = 120_000
const shop = join(root, 'examples/shop')
const Action = v.object({
  inputs: v.record(v.string(), v.object({ description: v.string(), default: v.string() })),
  runs: v.object({
    using: v.literal('composite'),
    steps: v.tuple([v.object({ env: v.record(v.string(), v.string()), run: v.string() })]),
  }),
})
const action = v.parse(Action, parse(readFileSync(join(root, 'action.yml'), 'utf8')))

test('every input of the action reaches its script, and the script is there', () => {
  const [{ env, run }] = action.runs.steps
  const used = Object.values(env).join(' ')
  for (const name of Object.keys(action.inputs)) expect(used).toContain(`inputs.${name}`)
  expect(run).toContain('.github/lakebase-check.sh')
  const script = readFileSync(join(root, '.github/lakebase-check.sh'), 'utf8')
  for (const name of Object.keys(env))
    expect(script).toContain(`$`.concat(name === 'LAKEBASE' ? '{LAKEBASE' : name))
})

test('it writes one comment and the SARIF, and gives back the worst exit code', {
  timeout: SLOW_MS,
}, () => {
  const { status, cwd } = runAction({
    QUERIES: join(shop, 'queries'),
    SCHEMA: join(shop, 'tables.sql'),
  })
  expect(status).toBe(1)
  const comment = readFileSync(join(cwd, 'comment.md'), 'utf8')
  for (const part of ['## Check', '$1,603', 'ai_classify']) expect(comment).toContain(part)
  expect(JSON.parse(readFileSync(join(cwd, 'findings.sarif'), 'utf8')).version).toBe('2.1.0')
})

test('a cost that grew too much, or a bundle that is old, fails it', { timeout: SLOW_MS }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'lakebase-action-'))
  const earlier = join(folder, 'earlier.json')
  const small = 'name: small\ndatabase_instance: {reads_per_second: 10}\n'
  execFileSync(process.execPath, [bin, 'estimate', '--config', '-', '-q', '-o', earlier], {
    input: small,
  })
  const CONFIG = join(folder, 'workload.yml')
  writeFileSync(CONFIG, 'name: larger\ndatabase_instance: {reads_per_second: 9000}\n')
  expect(runAction({ CONFIG, COMPARE_TO: earlier }).status).toBe(0)
  expect(runAction({ CONFIG, COMPARE_TO: earlier, MAX_INCREASE: '1' }).status).toBe(1)
  writeFileSync(join(folder, 'databricks.yml'), 'bundle: {name: other}\n')
  expect(runAction({ CONFIG, BUNDLE: folder }).status).not.toBe(0)
})

function runAction(inputs: Readonly<Record<string, string>>) {
  const cwd = mkdtempSync(join(tmpdir(), 'lakebase-action-'))
  const { PATH, HOME } = process.env
  const { status } = spawnSync('bash', [join(root, '.github/lakebase-check.sh')], {
    cwd,
    env: {
      ...{ PATH, HOME, NO_COLOR: '1', LAKEBASE: `${process.execPath} ${bin}` },
      ...{ CONFIG: join(shop, 'workload.yml'), COMMENT: 'comment.md', SARIF: 'findings.sarif' },
      ...{ QUERIES: '', SCHEMA: '', BUNDLE: '', COMPARE_TO: '', MAX_INCREASE: '', ...inputs },
    },
  })
  return { status, cwd }
}
