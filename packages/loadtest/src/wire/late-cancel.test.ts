import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { Connection } from './connection.js'
import { letCancelPass } from './late-cancel.js'
import { WireError } from './wire-error.js'

test('a connection that is lost while a request to cancel is under way is lost once', async () => {
  const connection = new Connection({ socket: new Socket(), secure: false, handle: undefined })
  let idleLosses = 0
  connection.onLost = () => idleLosses++
  let taken: () => void = () => undefined
  const passed = letCancelPass(
    connection,
    new Promise((resolve) => {
      taken = resolve
    }),
  )
  connection.destroy(new WireError('CONNECTION', 'the server is gone'))
  taken()
  await expect(passed).rejects.toThrow('the server is gone')
  expect(idleLosses).toBe(0)
})
