import type { GatewayFault } from '@lakebase/testing'

/** What happens, one after the other, while the calls of a round run. */
export type Step =
  | { readonly kind: 'kill'; readonly how: '57P01' | 'end' | 'reset'; readonly count: number }
  | { readonly kind: 'fault'; readonly fault: GatewayFault }
  | { readonly kind: 'lift' }
  | { readonly kind: 'revoke' }
  | { readonly kind: 'mint'; readonly how: 'fails' | 'hangs once' | 'works' }
  | { readonly kind: 'wait'; readonly ms: number }

export type Operation =
  | 'cursor'
  | 'insert'
  | 'pg.Pool tx'
  | 'postgres.js tx'
  | 'read'
  | 'sql'
  | 'tx once'
  | 'tx safe'
  | 'tx that aborts'
  | 'write'

export interface Schedule {
  readonly operations: readonly Operation[]
  readonly steps: readonly Step[]
  readonly connections: number
}

const FAULTS: readonly GatewayFault[] = [
  { kind: 'accept-close' },
  { kind: 'accept-reset' },
  { kind: 'starting-up' },
  { kind: 'too-many-connections' },
  { kind: 'refuse-connections' },
  { kind: 'cold-start', delayMs: 20 },
  { kind: 'lose-answer', every: 7 },
  { kind: 'lose-commit', every: 2 },
  { kind: 'drop-commit', every: 2 },
  { kind: 'slow', delayMs: 3 },
]

const OPERATIONS: readonly Operation[] = [
  ...(['insert', 'insert', 'read', 'write', 'sql', 'cursor'] as const),
  ...(['tx safe', 'tx safe', 'tx once', 'tx that aborts'] as const),
  ...(['pg.Pool tx', 'postgres.js tx'] as const),
]

/** The same for the same seed. */
export function scheduleOf(seed: number): Schedule {
  const random = mulberry32(seed)
  const below = (end: number) => Math.floor(random() * end)
  const pick = <T>(items: readonly [T, ...T[]] | readonly T[]): T => {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const step = (): Step => {
    const roll = random()
    if (roll < 0.3)
      return { kind: 'kill', how: pick(['57P01', 'end', 'reset']), count: 1 + below(3) }
    if (roll < 0.55) return { kind: 'fault', fault: pick(FAULTS) }
    if (roll < 0.7) return { kind: 'lift' }
    if (roll < 0.78) return { kind: 'revoke' }
    if (roll < 0.88) return { kind: 'mint', how: pick(['fails', 'hangs once', 'works']) }
    return { kind: 'wait', ms: 1 + below(15) }
  }
  return {
    operations: Array.from({ length: 4 + below(9) }, () => pick(OPERATIONS)),
    steps: Array.from({ length: 1 + below(6) }, step),
    connections: 1 + below(4),
  }
}

/** Small, well spread and the same everywhere (Tommy Ettinger's mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296
  }
}
