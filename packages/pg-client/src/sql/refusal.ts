import { LakebaseError } from '../lakebase-error.js'

/** Why a statement is not sent; undefined when it may be. `text` begins where the statement does. */
export type Refusal = (text: string) => LakebaseError | undefined

const START = String.raw`^(?:\s|--[^\n]*\n|/\*.*?\*/)*`
const pattern = (words: string) => new RegExp(`${START}(?:${words})`, 'is')

const CONTROL = pattern(
  String.raw`(abort|begin|commit|end|prepare\s+transaction|rollback(?!\s+((work|transaction)\s+)?to\b)|start)\b(?!\s+prepared)`,
)
const COPY = pattern(String.raw`copy\b.*\b(stdin|stdout)\b`)
const LISTEN = pattern(String.raw`(un)?listen\b`)
const SETTING = pattern(String.raw`(discard|reset|set)\b`)

/** What no connection of a pool can do for its callers. */
export const refusedAnywhere: Refusal = (text) => {
  if (COPY.test(text)) {
    return refused(
      'COPY from or to the client is not there: use insert with a list of rows, or cursor',
    )
  }
  if (!LISTEN.test(text)) return undefined
  return refused('LISTEN is not there, its connection is of a pool: use a connection of your own')
}

/** Would leave a transaction open on a connection that the next caller gets. */
export const refusedOnPool: Refusal = (text) =>
  CONTROL.test(text)
    ? refused('a transaction is not begun or ended by a statement: use tx')
    : refusedAnywhere(text)

/** A session that can be written in again would no longer be one whose statements may run twice. */
export const refusedInRead: Refusal = (text) =>
  SETTING.test(text)
    ? refused('read changes no settings: use the option session, or set local in tx')
    : refusedOnPool(text)

/** Would end the transaction behind our back, and with it the promise that it takes effect once. */
export const refusedInTransaction: Refusal = (text) =>
  CONTROL.test(text)
    ? refused(
        'tx begins and ends its transaction itself: return to commit, throw to roll back, or use a savepoint',
      )
    : refusedAnywhere(text)

function refused(message: string): LakebaseError {
  return new LakebaseError('CONFIG', message, { sent: 'no' })
}
