import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** A program that a stranger could write against each published package, and what it prints. */
const LIBRARIES = [
  {
    name: 'config',
    program: `import { parseWorkload } from '@lakebase/config'
const { workload } = parseWorkload('database_instance: {reads_per_second: 10}', { file: 'w.yml' })
console.log(workload.load.readsPerSecond)`,
    prints: '10',
  },
  {
    name: 'pricing',
    program: `import { latestRateCard } from '@lakebase/pricing'
console.log(latestRateCard.id)`,
    prints: '2026-04-10',
  },
  {
    name: 'sizer',
    program: `import { autoscalingLimits } from '@lakebase/sizer'
console.log(autoscalingLimits.product)`,
    prints: 'autoscaling',
  },
  {
    name: 'sql-convert',
    program: `import { createConverter } from '@lakebase/sql-convert'
import { verifyScript } from '@lakebase/sql-convert/verify'
const text = 'SELECT a FROM t WHERE b = :c'
const [{ grammar, census }] = await verifyScript(text, createConverter().convert(text))
console.log(grammar.outcome, census.outcome)`,
    prints: 'passed passed',
  },
  {
    name: 'workspace',
    program: `import { openWorkspace } from '@lakebase/workspace'
const { host } = openWorkspace({ host: 'https://example.cloud.databricks.com', token: 'not-a-token', env: {} })
console.log(host)`,
    prints: 'https://example.cloud.databricks.com',
  },
]

test.each(LIBRARIES)(
  '@lakebase/$name is packed, installed into an empty project and imported there',
  {
    timeout: 120_000,
  },
  ({ name, program, prints }) => {
    const project = mkdtempSync(join(tmpdir(), `lakebase-packed-${name}-`))
    const source = join(root, 'packages', name)
    run('pnpm', ['pack', '--pack-destination', project], source)
    const tarball = readdirSync(project).find((file) => file.endsWith('.tgz'))
    const dependencies = {
      [`@lakebase/${name}`]: `file:${tarball}`,
      // What it depends on comes from this repository's own install: no network is needed.
      ...installedDependencies(source),
    }
    writeFileSync(join(project, 'package.json'), JSON.stringify({ type: 'module', dependencies }))
    const offline = ['--offline', '--install-links', '--ignore-scripts', '--no-audit', '--no-fund']
    run('npm', ['install', ...offline], project)
    writeFileSync(join(project, 'program.js'), program)
    expect(run('node', ['program.js'], project).trim()).toBe(prints)
  },
)

function installedDependencies(source: string): Record<string, string> {
  const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  return Object.fromEntries(
    Object.keys(manifest.dependencies ?? {}).map((name) => [
      name,
      `file:${realpathSync(join(source, 'node_modules', name))}`,
    ]),
  )
}

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
