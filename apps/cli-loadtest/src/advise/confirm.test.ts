import { PassThrough } from 'node:stream'
import { CliError } from '@lakebase/cli-kit'
import { expect, test } from 'vitest'
import { confirm } from './confirm.js'

function terminal(isTTY = true) {
  const input = Object.assign(new PassThrough(), { isTTY })
  const output = Object.assign(new PassThrough(), { isTTY })
  return { input, output }
}

const never = new AbortController().signal

test.each([
  ['yes\n', true],
  ['YES \n', true],
  ['y\n', false],
  ['no\n', false],
  ['\n', false],
  ['yes please\n', false],
])('%j is %s', async (typed, expected) => {
  const where = terminal()
  const answer = confirm('Create 2 on db.example.com:5432/shop?', never, where)
  where.input.write(typed)
  expect(await answer).toBe(expected)
  expect(String(where.output.read())).toContain('Create 2 on db.example.com:5432/shop? [yes/no]')
})

test('the end of input is no', async () => {
  const where = terminal()
  const answer = confirm('Create?', never, where)
  where.input.end()
  expect(await answer).toBe(false)
})

test('Ctrl-C ends the question', async () => {
  const abort = new AbortController()
  const answer = confirm('Create?', abort.signal, terminal())
  abort.abort()
  await expect(answer).rejects.toThrow(/abort/i)
})

test('without a terminal nobody is asked', async () => {
  const answer = confirm('Create?', never, terminal(false))
  await expect(answer).rejects.toThrow(CliError)
  await expect(answer).rejects.toMatchObject({ code: 2 })
})
