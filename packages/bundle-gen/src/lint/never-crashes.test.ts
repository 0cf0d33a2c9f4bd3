import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffBundles } from '../diff/diff-bundles.js'
import { lintBundle } from './lint-bundle.js'

const broken = join(import.meta.dirname, '../../test/broken')
const samples = readdirSync(broken).map((name) => readFileSync(join(broken, name), 'utf8'))

const VALUES = [
  ...[
    '',
    '0',
    '-1',
    '1e300',
    '.nan',
    'null',
    'true',
    '[]',
    '{}',
    '[[]]',
    '{a: {b: [c]}}',
    '"a\\u0000b"',
  ],
  ...[
    '*all',
    '&all [*all]',
    '<<: *all',
    '|',
    '"',
    "'",
    '${',
    `\${}`,
    '${var.x',
    `\${var.x}\${var.x}`,
    '__proto__',
  ],
  ...[
    `\${resources.postgres_projects.shop.id}`,
    `\${resources.constructor.x.id}`,
    '2026-12-31T00:00:00Z',
  ],
]

const edit = fc.oneof(
  fc.record({
    kind: fc.constant('drop' as const),
    at: fc.nat(),
    to: fc.nat(),
    value: fc.constant(''),
  }),
  fc.record({
    kind: fc.constant('copy' as const),
    at: fc.nat(),
    to: fc.nat(),
    value: fc.constant(''),
  }),
  fc.record({
    kind: fc.constant('value' as const),
    at: fc.nat(),
    to: fc.nat(),
    value: fc.constantFrom(...VALUES),
  }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.nat(),
    to: fc.nat(),
    value: fc.oneof(fc.constantFrom(...VALUES), fc.string({ unit: 'binary' })),
  }),
)

function damaged(
  lines: readonly string[],
  change: {
    readonly kind: string
    readonly at: number
    readonly to: number
    readonly value: string
  },
): readonly string[] {
  const at = change.at % Math.max(lines.length, 1)
  const line = lines[at] ?? ''
  if (change.kind === 'drop') return lines.toSpliced(at, 1)
  if (change.kind === 'copy') return lines.toSpliced(change.to % Math.max(lines.length, 1), 0, line)
  if (change.kind === 'value')
    return lines.with(
      at,
      line.replace(/:.*$/, () => `: ${change.value}`),
    )
  const column = change.to % (line.length + 1)
  return lines.with(at, line.slice(0, column) + change.value + line.slice(column))
}

test('a damaged bundle ends in findings with a place, never in an exception', () => {
  const counts = { unreadable: 0, read: 0 }
  const edits = fc.array(edit, { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(
      fc.constantFrom(...samples),
      fc.constantFrom(...samples),
      edits,
      (one, other, all) => {
        const text = all.reduce(damaged, one.split('\n')).join('\n')
        const files = new Map([
          ['databricks.yml', `include: ["*.yml"]\n${text}`],
          ['other.yml', other],
        ])
        const findings = lintBundle(files)
        diffBundles(new Map([['databricks.yml', one]]), files)
        const isUnreadable = findings.some(({ ruleId }) => ruleId === 'LB100')
        counts[isUnreadable ? 'unreadable' : 'read'] += 1
        for (const { file, line, column, excerpt } of findings) {
          const shown = files
            .get(file ?? '')
            ?.split('\n')
            [(line ?? 0) - 1]?.replace(/\r$/, '')
          expect(excerpt).toBe(shown)
          expect(column).toBeLessThanOrEqual((excerpt?.length ?? 0) + 1)
        }
      },
    ),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 1000) },
  )
  // Both ways out are taken, or this test would say little.
  expect(counts.unreadable).toBeGreaterThan(100)
  expect(counts.read).toBeGreaterThan(100)
})

test.each([
  ['aliases of aliases', bomb()],
  ['variables of variables', doubling()],
  [
    'a variable of itself',
    `variables: {a: {default: "\${var.a}\${var.a}"}}\nresources: {jobs: {j: {name: "\${var.a}"}}}`,
  ],
  ['a hundred thousand brackets', '['.repeat(100_000)],
  ['a long line of references', `resources: {jobs: {j: {name: "${'${var.a'.repeat(20_000)}"}}}`],
])('%s end within seconds', (_name, text) => {
  const start = performance.now()
  lintBundle(new Map([['databricks.yml', text]]))
  expect(performance.now() - start).toBeLessThan(10_000)
})

function bomb(): string {
  const levels = Array.from({ length: 12 }, (_, level) => {
    const items = Array.from({ length: 10 }, () => (level === 0 ? 'x' : `*l${level - 1}`))
    return `l${level}: &l${level} [${items.join(', ')}]`
  })
  return levels.join('\n')
}

function doubling(): string {
  const variables = Array.from({ length: 40 }, (_, index) => {
    const twice = `\${var.v${index + 1}}`.repeat(2)
    return `  v${index}: { default: "${twice}" }`
  })
  return `variables:\n${variables.join('\n')}\n  v40: { default: x }\nresources: { postgres_projects: { p: { project_id: "\${var.v0}" } } }\n`
}
