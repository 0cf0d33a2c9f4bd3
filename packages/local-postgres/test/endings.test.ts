import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000 })

const script = fileURLToPath(new URL('fixtures/start-and-end.mjs', import.meta.url))

test.each([
  { ending: 'returns without stop', how: 'return' },
  { ending: 'throws', how: 'throw' },
  { ending: 'gets SIGINT', how: 'wait', signal: 'SIGINT' as const },
  { ending: 'gets SIGTERM', how: 'wait', signal: 'SIGTERM' as const },
  { ending: 'gets SIGKILL', how: 'wait', signal: 'SIGKILL' as const },
])('leaves no process and no folder when the caller $ending', async ({ how, signal }) => {
  const caller = spawn(process.execPath, [script, how], { stdio: ['ignore', 'pipe', 'ignore'] })
  const { pid, folder } = await started(caller)
  const ended = once(caller, 'exit')
  if (signal) {
    expect(isAlive(pid)).toBe(true)
    expect(existsSync(folder)).toBe(true)
    caller.kill(signal)
  }
  await ended
  await vi.waitFor(
    () => {
      expect(isAlive(pid)).toBe(false)
      expect(existsSync(folder)).toBe(false)
    },
    { timeout: 20_000, interval: 50 },
  )
})

test('serves two processes that start at once, each with a server of its own', async () => {
  const callers = [1, 2].map(() =>
    spawn(process.execPath, [script, 'wait'], { stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  const [first, second] = await Promise.all(callers.map(started))
  expect(first?.pid).not.toBe(second?.pid)
  expect(first?.folder).not.toBe(second?.folder)
  for (const caller of callers) caller.kill()
  await vi.waitFor(() => expect(existsSync(String(second?.folder))).toBe(false), 20_000)
})

async function started(caller: ChildProcess): Promise<{ pid: number; folder: string }> {
  if (!caller.stdout) throw new Error('no pipe to read from')
  const failed = once(caller, 'exit').then(() => {
    throw new Error('the caller ended before its server was up')
  })
  const [line]: unknown[] = await Promise.race([once(caller.stdout, 'data'), failed])
  return JSON.parse(String(line))
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
