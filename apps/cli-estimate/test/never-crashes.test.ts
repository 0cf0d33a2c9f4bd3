import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CliError, paint } from '@lakebase/cli-kit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeEstimate } from '../src/make-estimate.js'
import { renderTerminal } from '../src/render/terminal/render-terminal.js'
import { shop } from './run-built.js'

const sample = readFileSync(shop, 'utf8').split('\n')
const cwd = mkdtempSync(join(tmpdir(), 'lakebase-mutants-'))

/** What a hurried hand does to a file: lines go, come twice, change places, get other values. */
const edit = fc.oneof(
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('twice' as const), at: fc.nat(), to: fc.nat() }),
  fc.record({
    kind: fc.constant('value' as const),
    at: fc.nat(),
    value: fc.constantFrom(
      ...[
        '0',
        '-1',
        '1e300',
        '.nan',
        '730',
        '64',
        '0.5',
        'off',
        'CONTINUOUS',
        'TRIGGERED',
        'SNAPSHOT',
      ],
      ...[
        'PT1S',
        'P30D',
        'Per week',
        '"* * * * *"',
        '[]',
        '{}',
        'null',
        '"a\\u0000b"',
        'live',
        'true',
      ],
    ),
  }),
)

function mutate(
  lines: readonly string[],
  change: { kind: string; at: number; to?: number; value?: string },
) {
  const at = change.at % lines.length
  const line = lines[at] ?? ''
  if (change.kind === 'drop') return lines.toSpliced(at, 1)
  if (change.kind === 'twice') return lines.toSpliced((change.to ?? 0) % lines.length, 0, line)
  return lines.with(at, line.replace(/:.*$/, `: ${change.value}`))
}

test('a damaged workload ends in findings or in an estimate, never in a bug of ours', {
  timeout: 120_000,
}, async () => {
  let priced = 0
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      writeFileSync(join(cwd, 'workload.yml'), edits.reduce(mutate, sample).join('\n'))
      try {
        const report = await makeEstimate(options, io)
        priced += 1
        expect(
          renderTerminal(report, paint(false), { command: 'lakebase-estimate', written: [] }),
        ).toContain('exit ')
        expect(JSON.stringify(report)).not.toMatch(/null|NaN/)
      } catch (error) {
        if (!(error instanceof CliError)) throw error
        expect(error.findings.some((finding) => finding.level === 'error')).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
  // Both ways out are taken, or this test would say little.
  expect(priced).toBeGreaterThan(100)
})

const options = {
  config: 'workload.yml',
  outputs: [],
  json: false,
  cloud: undefined,
  region: undefined,
  tier: undefined,
  ddl: [],
  measure: false,
  noMeasure: false,
  scan: false,
  refresh: false,
  asOf: '2026-11-23',
  rates: undefined,
  compat: 'reference',
  calibration: undefined,
  compareTo: undefined,
  maxIncrease: undefined,
  strict: false,
  force: false,
  color: undefined,
  quiet: false,
} as const

const io = {
  stdout: () => undefined,
  stderr: () => undefined,
  env: {},
  cwd,
  command: 'lakebase-estimate',
  now: () => new Date('2026-11-23T12:00:00Z'),
  stdoutIsTty: false,
  stderrIsTty: false,
  onInterrupt: () => () => undefined,
}
