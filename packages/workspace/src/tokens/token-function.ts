import * as v from 'valibot'
import { checkedSecret } from '../credentials/checked-secret.js'
import type { GetToken } from '../credentials/setting.js'
import type { Scrubber } from '../secrets/scrubber.js'
import { WorkspaceError } from '../workspace-error.js'
import type { Token } from './token-source.js'

const Answer = v.union([
  v.pipe(
    v.string(),
    v.transform((token) => ({ token, expiresAt: undefined })),
  ),
  v.object({ token: v.string(), expiresAt: v.date() }),
])

/** Tokens of the caller's function, which is checked like any other source. */
export function tokenFunction(getToken: GetToken, scrubber: Scrubber) {
  return async (signal: AbortSignal): Promise<Token> => {
    const parsed = v.safeParse(Answer, await call(getToken, signal))
    if (!parsed.success) {
      throw new WorkspaceError('AUTH', 'getToken returned neither a text nor { token, expiresAt }')
    }
    const { token, expiresAt } = parsed.output
    const secret = checkedSecret(token, 'what getToken returned')
    scrubber.learn(secret)
    return { secret, expiresAtMs: expiresAt?.getTime() }
  }
}

async function call(getToken: GetToken, signal: AbortSignal): Promise<unknown> {
  try {
    return await getToken({ signal })
  } catch (cause) {
    if (cause instanceof WorkspaceError) throw cause
    const said = cause instanceof Error ? cause.message : 'no reason given'
    throw new WorkspaceError('AUTH', `getToken failed: ${said}`)
  }
}
