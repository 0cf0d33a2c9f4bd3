import { expect, test } from 'vitest'
import { SUB_COMMANDS } from '../src/suite/command-groups.js'
import { lakebase } from './run-built.js'

test('without words, with --help and with help it prints every command', () => {
  const { code, stdout, stderr } = lakebase([])
  expect(code).toBe(0)
  expect(stderr).toBe('')
  for (const { name, summary } of SUB_COMMANDS) {
    expect(stdout).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 20)}`, 'm'))
  }
  expect(lakebase(['--help']).stdout).toBe(stdout)
  expect(lakebase(['help']).stdout).toBe(stdout)
})

test.each(SUB_COMMANDS)('$name --help has examples to type', ({ name, isFamily }) => {
  const { code, stdout } = lakebase([name, '--help'])
  expect(code).toBe(0)
  expect(stdout).toContain('Exit codes')
  if (!isFamily) expect(stdout).toMatch(new RegExp(`Examples:\\n[\\s\\S]*lakebase ${name}`))
  expect(lakebase(['help', name]).stdout).toBe(stdout)
})

test('commands of a family have help of their own', () => {
  expect(lakebase(['bundle', 'lint', '--help']).stdout).toContain(
    '$ lakebase bundle lint bundle --json',
  )
})

test.each([
  ['estmate', 'estimate'],
  ['conver', 'convert'],
  ['bundel', 'bundle'],
])('the slip %s is told with what was meant', (typed, meant) => {
  const { code, stderr } = lakebase([typed])
  expect(code).toBe(2)
  expect(stderr).toContain(`there is no command ${typed} (did you mean ${meant}?)`)
})

test('an unknown command with --json is one JSON document', () => {
  const { code, stdout } = lakebase(['estmate', '--json'])
  expect(code).toBe(2)
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    exit: { code: 2 },
    errors: [{ ruleId: 'USAGE' }],
  })
})

test('an unknown option of a command is told with what was meant', () => {
  const { code, stderr } = lakebase(['check', '--confg', 'x.yml'])
  expect(code).toBe(2)
  expect(stderr).toContain('did you mean --config?')
})

test('the version names the date of the prices, from anywhere', () => {
  const { stdout } = lakebase(['--version'])
  expect(stdout).toMatch(/^lakebase \d+\.\d+\.\d+ \(prices of \d{4}-\d\d-\d\d\)\n$/)
  expect(lakebase(['bundle', '--version']).stdout).toContain(stdout.trim().split(' ')[1])
})

test('help exit-codes explains each', () => {
  expect(lakebase(['help', 'exit-codes']).stdout).toMatch(/^ {2}4 {2}not signed in/m)
})
