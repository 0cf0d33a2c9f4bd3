import { systemClock } from '@lakebase/workspace'
import { connectVerdict } from '../connection/connect-failure.js'
import { loginSource } from '../connection/login-source.js'
import type { DriverTypes } from '../connection/open-connection.js'
import type { Emit } from '../event.js'
import { DEFAULT_POOL, HARD_LIMIT_MS, type LakebaseOptions } from '../options.js'
import { Pool } from '../pool/pool.js'
import { createContext, type RunContext } from '../run/run-context.js'
import type { ResolvedTarget } from '../target/resolve-target.js'
import { DEFAULT_TOKEN_POLICY, type RotatingToken, rotatingToken } from '../token/rotating-token.js'

export function openTokens(options: LakebaseOptions, target: ResolvedTarget): RotatingToken {
  const policy = { ...DEFAULT_TOKEN_POLICY, ...options.token }
  return rotatingToken(target.mint, {
    ...policy,
    maxAgeMs: Math.min(policy.maxAgeMs, HARD_LIMIT_MS),
    clock: options.clock ?? systemClock,
    emit: options.onEvent ?? nobody,
  })
}

/** A pool of its own, with tokens that others may use too. `types`: how its connections read and write values. */
export function openContext(
  options: LakebaseOptions,
  target: ResolvedTarget,
  tokens: RotatingToken,
  types?: DriverTypes,
): RunContext {
  const clock = options.clock ?? systemClock
  const emit = options.onEvent ?? nobody
  const policy = { ...DEFAULT_POOL, ...options.pool }
  const { session } = options
  const pool = new Pool({
    ...policy,
    clock,
    emit,
    prepare: loginSource({ target, tokens, policy, session, clock, types }),
    verdict: (error) => connectVerdict(error, target.place),
  })
  const { deadlineMs = 30_000, queryTimeoutMs } = options
  const limits = { deadlineMs, ...(queryTimeoutMs !== undefined && { queryTimeoutMs }) }
  return createContext({ pool, clock, emit, limits })
}

const nobody: Emit = () => undefined
