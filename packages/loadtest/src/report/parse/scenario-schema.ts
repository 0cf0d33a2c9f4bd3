import * as v from 'valibot'
import type { Generator } from '../../scenario/generator.js'
import type { Objective } from '../../scenario/scenario.js'

/** Generators are only shown and held against each other: what draws from them is the engine. */
const generator = v.custom<Generator>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value,
  'Expected a generator with its kind',
)

const slot = v.pipe(v.number(), v.integer(), v.minValue(0))

const step = v.variant('kind', [
  v.looseObject({ kind: v.literal('set'), slot, generator }),
  v.looseObject({
    kind: v.literal('statement'),
    id: v.string(),
    sql: v.string(),
    parameters: v.array(slot),
    pipeline: v.exactOptional(v.number()),
  }),
  v.looseObject({ kind: v.literal('sleep'), ms: generator }),
])

const script = v.looseObject({
  id: v.string(),
  weight: v.number(),
  variables: v.array(v.string()),
  steps: v.array(step),
  thinkMs: v.exactOptional(generator),
})

const stage = { name: v.string(), durationMs: v.number(), measured: v.boolean() }
const rateStage = v.looseObject({ ...stage, fromRate: v.number(), toRate: v.number() })
const clientStage = v.looseObject({ ...stage, fromClients: v.number(), toClients: v.number() })

const load = v.variant('model', [
  v.looseObject({
    model: v.literal('open'),
    arrivals: v.picklist(['constant', 'poisson']),
    stages: v.tupleWithRest([rateStage], rateStage),
  }),
  v.looseObject({
    model: v.literal('closed'),
    stages: v.tupleWithRest([clientStage], clientStage),
  }),
])

/** A scenario as it stands in a report; what a later version adds to it stays. */
export function scenarioSchema<O extends v.GenericSchema<unknown, Objective>>(objective: O) {
  return v.looseObject({
    name: v.string(),
    seed: v.number(),
    scripts: v.tupleWithRest([script], script),
    load,
    driver: v.picklist(['wire', 'postgres', 'pg-client']),
    connections: v.number(),
    connectTimeoutMs: v.number(),
    statementTimeoutMs: v.exactOptional(v.number()),
    maxTries: v.number(),
    objectives: v.array(objective),
  })
}
