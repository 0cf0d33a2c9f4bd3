import type { Clock } from '../clock.js'
import type { Access } from '../credentials/access.js'
import type { Environment } from '../credentials/process-environment.js'
import type { Exchange } from '../http/exchange.js'
import type { Limits } from '../http/limits.js'
import type { Scrubber } from '../secrets/scrubber.js'
import { databricksCli } from './databricks-cli.js'
import { oauthM2m } from './oauth-m2m.js'
import { tokenFunction } from './token-function.js'
import { fixedToken, mintedToken, type TokenSource } from './token-source.js'

export interface TokenSourceOptions {
  readonly access: Access
  readonly exchange: Exchange
  readonly env: Environment
  readonly limits: Limits
  readonly clock: Clock
  readonly scrubber: Scrubber
}

/** The tokens of the sign-in method that was chosen. Asks nobody before the first request. */
export function openTokenSource({ access, ...parts }: TokenSourceOptions): TokenSource {
  const { method } = access
  const host = access.host.value
  const { clock, limits, scrubber } = parts
  const options = { clock, timeoutMs: limits.tokenTimeoutMs, pauseAfterFailureMs: 10_000 }
  switch (method.type) {
    case 'pat':
      scrubber.learn(method.token)
      return fixedToken(method.token)
    case 'oauth-m2m':
      scrubber.learn(method.clientSecret)
      return mintedToken(oauthM2m({ ...parts, host, method }), options)
    case 'databricks-cli':
      return mintedToken(databricksCli({ ...parts, host, method }), options)
    case 'function':
      return mintedToken(tokenFunction(method.getToken, scrubber), options)
  }
}
