import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { type DatabricksCliOptions, installDatabricksCli } from './install-databricks-cli.js'

const PROGRAM = 'databricks'
const TOKEN = { token: 'fake-access-token', expiresAtMs: Date.UTC(2026, 10, 1) }
const JSON_TOKEN = {
  access_token: 'fake-access-token',
  token_type: 'Bearer',
  expiry: '2026-11-01T00:00:00.000Z',
}

async function install(options: DatabricksCliOptions) {
  const cli = await installDatabricksCli(options)
  onTestFinished(() => cli.remove())
  return cli
}

/** Found by PATH, with nothing else there, as a client without a shell starts it. */
function run(folder: string, args: readonly string[], timeout = 5000) {
  return new Promise<{
    readonly code: number | null
    readonly stdout: string
    readonly stderr: string
  }>((resolve) => {
    const child = execFile(
      PROGRAM,
      [...args],
      { env: { PATH: folder }, timeout },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    )
  })
}

test.each([
  [['auth', 'token', '--host', 'https://a.example/']],
  [['auth', 'token', '--host=https://a.example']],
  [['auth', 'token', '--profile', 'work']],
  [['auth', 'token', '-p', 'work', '--output', 'json']],
  [['auth', 'token']],
])('%j prints the token as the CLI does', async (args) => {
  const cli = await install({ token: TOKEN, hosts: ['https://a.example'], profiles: ['work'] })
  const { code, stdout } = await run(cli.folder, args)
  expect({ code, token: JSON.parse(stdout) }).toEqual({ code: 0, token: JSON_TOKEN })
  expect(await cli.calls()).toEqual([{ args, atMs: expect.any(Number) }])
})

test.each([
  [['auth', 'token', '--host', 'https://b.example'], 'OAuth is not configured for this host'],
  [['auth', 'token', '--profile', 'home'], 'profile "home" not found'],
  [['auth', 'describe'], 'unknown command "auth describe"'],
])('%j fails on stderr with exit code 1', async (args, message) => {
  const cli = await install({ token: TOKEN, hosts: ['https://a.example'], profiles: ['work'] })
  expect(await run(cli.folder, args)).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^Error: .+\n$/),
  })
  expect((await run(cli.folder, args)).stderr).toContain(message)
})

test('says its version, whatever else it does', async () => {
  const cli = await install({ hang: true, version: '0.9.0' })
  expect((await run(cli.folder, ['version'])).stdout).toBe('Databricks CLI v0.9.0\n')
})

test('changes its answer between calls, so that a token can be followed by another', async () => {
  const cli = await install({ token: TOKEN })
  await cli.answerWith({ token: { ...TOKEN, token: 'next' } })
  expect(JSON.parse((await run(cli.folder, ['auth', 'token'])).stdout).access_token).toBe('next')
  await cli.answerWith({ error: 'refresh token is invalid' })
  expect(await run(cli.folder, ['auth', 'token'])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Error: refresh token is invalid\n',
  })
})

test('hangs until it is killed', async () => {
  const cli = await install({ hang: true })
  // Time enough to start, also on a busy machine.
  expect(await run(cli.folder, ['auth', 'token'], 3000)).toEqual({
    code: null,
    stdout: '',
    stderr: '',
  })
  expect(await cli.calls()).toHaveLength(1)
})

test('a stub that hangs ends when it is removed, and leaves no folder', async () => {
  const cli = await install({ hang: true })
  const hanging = run(cli.folder, ['auth', 'token'])
  await expect.poll(async () => (await cli.calls()).length, { timeout: 5000 }).toBe(1)
  await cli.remove()
  expect((await hanging).code).toBe(1)
  expect(existsSync(cli.folder)).toBe(false)
})
