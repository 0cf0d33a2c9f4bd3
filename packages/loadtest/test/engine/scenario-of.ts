import type { Generator } from '../../src/scenario/generator.js'
import type { ClosedLoad, OpenLoad, Scenario, Script } from '../../src/scenario/scenario.js'

const STAGE = { name: 'main', measured: true }

/** As many clients for so long. */
export function closed(clients: number, durationMs: number): ClosedLoad {
  return {
    model: 'closed',
    stages: [{ ...STAGE, durationMs, fromClients: clients, toClients: clients }],
  }
}

/** So many arrivals a second for so long. */
export function open(rate: number, durationMs: number): OpenLoad {
  const stage = { ...STAGE, durationMs, fromRate: rate, toRate: rate }
  return { model: 'open', arrivals: 'constant', stages: [stage] }
}

/** Statements one after the other; `$n` takes the n-th of the generators. */
export function script(
  statements: readonly string[],
  generators: readonly Generator[] = [],
  more: Partial<Script> & { readonly pipeline?: number } = {},
): Script {
  const { pipeline, ...rest } = more
  return {
    id: 'script',
    weight: 1,
    variables: generators.map((_, slot) => `v${slot + 1}`),
    steps: [
      ...generators.map((generator, slot) => ({ kind: 'set' as const, slot, generator })),
      ...statements.map((sql, at) => ({
        kind: 'statement' as const,
        id: `s${at}`,
        sql,
        parameters: [...new Set(sql.match(/\$\d+/g))]
          .map((name) => Number(name.slice(1)) - 1)
          .sort(),
        ...(pipeline !== undefined && { pipeline }),
      })),
    ],
    ...rest,
  }
}

export function scenarioOf(
  scripts: readonly [Script, ...Script[]],
  load: OpenLoad | ClosedLoad,
  more: Partial<Scenario> = {},
): Scenario {
  return {
    name: 'test',
    seed: 1,
    scripts,
    load,
    driver: 'wire',
    connections: 4,
    connectTimeoutMs: 5000,
    maxTries: 1,
    objectives: [],
    ...more,
  }
}
