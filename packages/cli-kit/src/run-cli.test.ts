import { expect, test } from 'vitest'
import { usageError } from './cli-error.js'
import { defineCommand } from './command.js'
import type { Io } from './io.js'
import { type Program, runProgram } from './run-cli.js'

function recorder() {
  const out: string[] = []
  const err: string[] = []
  const io: Io = {
    stdout: (text) => void out.push(text),
    stderr: (text) => void err.push(text),
    env: {},
    cwd: '/',
    command: 'echo',
    now: () => new Date(0),
    stdoutIsTty: false,
    stderrIsTty: false,
    onInterrupt: () => () => undefined,
  }
  return { io, out: () => out.join(''), err: () => err.join('') }
}

const echo = defineCommand({
  name: '',
  summary: 'Prints its options',
  examples: (bin) => [`${bin} --name Ada`],
  options: (read) => ({
    name: read.text('-n, --name <name>', 'A name'),
    outputs: read.texts('-o, --output <file>', 'Files'),
    loud: read.flag('--loud', 'Louder'),
    size: read.choice('--size <size>', 'Size', ['small', 'large']),
    json: read.flag('--json', 'As JSON'),
  }),
  run: async (options, args, io) => {
    io.stdout(JSON.stringify({ ...options, args }))
    return { code: 0, reason: 'ok' }
  },
})
const broken = defineCommand({
  name: 'broken <how>',
  summary: 'Fails',
  examples: () => [],
  options: (read) => ({ json: read.flag('--json', 'As JSON') }),
  run: async (_options, [how]) => {
    throw how === 'bug' ? new TypeError('x is not a function') : usageError(`no ${how}`)
  },
})
const program: Program = {
  packageName: 'echo',
  bin: 'echo',
  commands: [echo, broken],
  version: async () => '1.2.3',
}

test('a lone - is the value of the option before it, and an argument otherwise', async () => {
  expect(JSON.parse((await run('-o', '-', '--loud')).out)).toMatchObject({ outputs: ['-'] })
  expect((await run('broken', '-', '--json')).out).toContain('no -')
  expect((await run('broken', '--json', '-')).out).toContain('no -')
})

async function run(...words: string[]) {
  const world = recorder()
  const code = await runProgram(program, words, world.io)
  return { code, out: world.out(), err: world.err() }
}

test('keeps digits as they were typed', async () => {
  expect((await run('--name', '007')).out).toContain('"name":"007"')
  expect((await run('--name=8621757104242477123')).out).toContain('"name":"8621757104242477123"')
})

test('collects a repeated option, and takes the last of a single one', async () => {
  const { out } = await run('-o', 'a.json', '-o', '-', '-n', 'x', '-n', 'y')
  expect(JSON.parse(out)).toMatchObject({ outputs: ['a.json', '-'], name: 'y' })
})

test('drops the separator that a package script hands on', async () => {
  expect((await run('--', '--name', 'x')).out).toContain('"name":"x"')
})

test.each([
  [['--nmae', 'x'], 'Unknown option "--nmae" (did you mean --name?)'],
  [['--size', 'lagre'], '--size: unknown value "lagre"'],
  [['--name'], 'value is missing'],
  [['surplus'], 'Unused args: "surplus"'],
  [['broken'], 'missing required args'],
  [['broken', 'luck'], 'no luck'],
])('%j is wrong usage: exit 2 and a line that says what', async (words, message) => {
  const { code, out, err } = await run(...words)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(message)
})

test('prints failures as one JSON document when JSON was asked for', async () => {
  const { out, err } = await run('broken', 'luck', '--json')
  expect(err).toBe('')
  expect(JSON.parse(out)).toMatchObject({
    ok: false,
    errors: [{ ruleId: 'USAGE', message: 'no luck' }],
    exit: { code: 2, reason: 'wrong usage' },
  })
})

test('a bug of ours is exit 70 with its stack in a file, not on the screen', async () => {
  const { code, err } = await run('broken', 'bug')
  expect(code).toBe(70)
  expect(err).toContain('x is not a function')
  expect(err).toMatch(/lakebase-crash-/)
  expect(err).not.toContain('run-cli.test')
})

test('--version and --help end well and say what they should', async () => {
  expect(await run('--version')).toMatchObject({ code: 0, out: 'echo 1.2.3\n' })
})
