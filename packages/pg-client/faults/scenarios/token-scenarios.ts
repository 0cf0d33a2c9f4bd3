import type { Scenario } from './scenario.js'
import type { Scene } from './scene.js'

const never = () => new Promise<never>(() => undefined)

/** All tokens are worthless and all connections gone. */
function revoke({ place }: Scene): void {
  place.gateway.revokeTokens()
  place.gateway.kill('57P01')
}

/** Up to a second longer, by chance: an outage of whole seconds would end just before, or just after, a try. */
const about = (ms: number) => ms + 1000 * Math.random()

/** No token for `ms` while all connections have to be opened anew, a rest, and again. */
function credentialOutage(ms: number, fail: () => Promise<never>): Scenario['strike'] {
  return (scene) =>
    scene.again(2500, () =>
      scene.outage(about(ms), () => {
        scene.place.mintFault = fail
        revoke(scene)
        return async () => {
          scene.place.mintFault = undefined
        }
      }),
    )
}

const queries = { work: 'queries' } as const

export const tokenScenarios: readonly Scenario[] = [
  { ...queries, name: 'calm', seconds: 0, strike: async () => undefined },
  {
    ...queries,
    name: 'rotation',
    tokenLifetimeMs: 3000,
    maxLifetimeMs: 1500,
    seconds: 12,
    strike: async () => undefined,
  },
  { ...queries, name: 'recycle', maxLifetimeMs: 500, seconds: 10, strike: async () => undefined },
  {
    ...queries,
    name: 'revoked and killed',
    seconds: 10,
    strike: (scene) => scene.again(2500, () => scene.outage(0, () => void revoke(scene))),
  },
  {
    ...queries,
    name: 'credentials 503, 3 s',
    recoversByToken: true,
    seconds: 12,
    strike: credentialOutage(3000, () => Promise.reject(new Error('503'))),
  },
  {
    ...queries,
    name: 'credentials hang 3 s',
    recoversByToken: true,
    seconds: 12,
    strike: credentialOutage(3000, never),
  },
  {
    ...queries,
    name: 'hang 8 s, tokens end',
    recoversByToken: true,
    tokenLifetimeMs: 3000,
    maxLifetimeMs: 1000,
    seconds: 14,
    strike: ({ again, outage, place }) =>
      again(2500, () =>
        outage(about(8000), () => {
          place.mintFault = never
          return async () => {
            place.mintFault = undefined
          }
        }),
      ),
  },
  {
    ...queries,
    name: 'one request hangs',
    seconds: 12,
    strike: (scene) =>
      scene.again(2500, async () => {
        scene.place.mintFault = () => {
          scene.place.mintFault = undefined
          return never()
        }
        revoke(scene)
      }),
  },
]
