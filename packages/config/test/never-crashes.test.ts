import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseWorkload } from '../src/parse-workload.js'

function sample(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

/** Short files, for the time goes into YAML: each section of the full one, and the old ones. */
const SAMPLES = [
  ...sample('samples/everything.yml').split(/^(?=[a-z_]+:)/m),
  sample('legacy/quickstart.yml').split('\n').slice(0, 26).join('\n'),
  sample('legacy/empty-template.yml'),
  sample('legacy/sizing.yml'),
]

/** Pieces that YAML, schedules, SQL and our own comments give a meaning. */
const SPLICES = [
  ': ',
  '- ',
  '? ',
  '&a ',
  '*a',
  '<<: *a',
  '!!binary ',
  '---\n',
  '...\n',
  '\t',
  '\r\n',
  '\uFEFF',
  '\0',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '|\n',
  '>-\n',
  '#',
  '%',
  '@',
  '`',
  '__proto__: ',
  'constructor: ',
  '.inf',
  '.nan',
  '-0',
  '1e999',
  '0x1F',
  '~',
  'null',
  'true',
  'off',
  '2027-02-30',
  '61 * * * *',
  '0 0 31 2 *',
  'P1Y',
  'PT0S',
  '# lakebase-ignore LB016: x\n',
  '# lakebase-ignore\n',
  'password: ',
  ':a',
  '::',
  '$$',
  '/*',
  '\ud800',
  '999999999999999999999',
  '- - - - - - ',
  '[[[[[[[[',
  'name',
  'columns: ',
  'schedule: ',
]

interface Mutation {
  readonly kind: 'flip' | 'delete' | 'duplicate' | 'swap' | 'splice'
  /** Shares of the text's length. */
  readonly from: number
  readonly length: number
  readonly code: number
  readonly splice: string
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('flip', 'delete', 'duplicate', 'swap', 'splice'),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 60 }),
  code: fc.integer({ min: 0, max: 0xffff }),
  splice: fc.constantFrom(...SPLICES),
})

function mutate(text: string, { kind, from, length, code, splice }: Mutation): string {
  const at = Math.floor(from * text.length)
  const before = text.slice(0, at)
  const piece = text.slice(at, at + length)
  const after = text.slice(at + length)
  const flipped = String.fromCharCode(text.charCodeAt(at) ^ (1 << (code % 8)))
  return {
    flip: before + flipped + text.slice(at + 1),
    delete: before + after,
    duplicate: before + piece + piece + after,
    swap: before + after.slice(0, length) + piece + after.slice(length),
    splice: before + splice + piece + after,
  }[kind]
}

/** What a caller could not live with in the result, if anything. */
function complaint(text: string): string | undefined {
  const { workload, findings } = parseWorkload(text, { file: 'w.yml' })
  if (!workload && !findings.some(({ level }) => level === 'error'))
    return 'neither value nor error'
  const lines = text.split('\n').length
  const wrong = findings.find(({ level, line = 0, column = 0, length = 0, excerpt = '' }) => {
    const isPlace = line >= 1 && line <= lines && column >= 1 && column <= excerpt.length + 1
    return !(isPlace && length >= 1 && ['error', 'warn', 'note'].includes(level))
  })
  return wrong && JSON.stringify(wrong)
}

test('10,000 damaged files give a workload or errors, each finding with a place that exists', () => {
  const file = fc
    .tuple(fc.constantFrom(...SAMPLES), fc.array(mutation, { minLength: 1, maxLength: 5 }))
    .map(([text, mutations]) => mutations.reduce(mutate, text))
  fc.assert(
    fc.property(file, (text) => {
      const wrong = complaint(text)
      if (wrong !== undefined) throw new Error(wrong)
    }),
    { numRuns: 10_000, seed: 20_261_123 },
  )
}, 400_000)

test.each([
  ['a list in a list, 20,000 deep', '- '.repeat(20_000)],
  ['brackets, 20,000 deep', '['.repeat(20_000)],
  ['keys in keys, 20,000 deep', '? '.repeat(20_000)],
  ['maps, 60 deep', Array.from({ length: 60 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  [
    'aliases that multiply',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from('bcdefghi', (letter, index) => {
      const before = String.fromCharCode('a'.charCodeAt(0) + index)
      return `${letter}: &${letter} [${Array(9).fill(`*${before}`).join(',')}]`
    }).join('\n')}\n`,
  ],
  ['an alias within itself', 'name: &a [*a]\n'],
  ['an alias of nothing', 'name: *nobody\n'],
  ['a merge of a text', '<<: text\nname: x\n'],
  ['a merge of nothing', '<<: *nobody\n'],
  ['six million characters', 'x'.repeat(6_000_000)],
  ['keys that are maps', '{a: 1}: 2\n'],
  ['two documents', 'name: a\n---\nname: b\n'],
  ['a tab for indentation', 'compute:\n\tmin_cu: 1\n'],
])('%s is an error of syntax', (_name, text) => {
  const { workload, findings } = parseWorkload(text, { file: 'w.yml' })
  expect(workload).toBeUndefined()
  expect(findings[0]).toMatchObject({ ruleId: 'LB001', level: 'error', file: 'w.yml' })
})

test('a key __proto__ is unknown and pollutes nothing', () => {
  const text =
    '__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\ntarget: { __proto__: { cloud: aws } }\n'
  const { findings } = parseWorkload(text, { file: 'w.yml' })
  expect(findings.map(({ ruleId, line }) => [ruleId, line])).toEqual([
    ['LB003', 1],
    ['LB003', 2],
    ['LB003', 3],
  ])
  expect('polluted' in {}).toBe(false)
})
