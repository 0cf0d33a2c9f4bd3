import type { Place } from '@lakebase/config'
import type { Expression, ExpressionType, Generator, ParameterValue } from '../generator.js'
import type { SetStep } from '../scenario.js'
import { generatorType } from './generator-type.js'

/** A parameter and how it is drawn. */
export interface DeclaredParameter {
  readonly name: string
  readonly generator: Generator
  readonly place: Partial<Place>
}

/** The names of one script while it is read. */
export interface Scope {
  readonly variables: readonly string[]
  /** Draws of parameters that were used, in the order of their first use. */
  readonly draws: readonly SetStep[]
  readonly slotOf: (name: string) => number | undefined
  /** What the name stands for in an expression; undefined where it is not known, or no number. */
  readonly expressionOf: (name: string) => Expression | undefined
  readonly known: () => readonly string[]
  /** A new slot for the name; earlier uses keep theirs. */
  readonly addTyped: (name: string, type: ExpressionType) => number
  /** A parameter that becomes known while the script is read; one of that name that is known already counts before it. */
  readonly declare: (name: string, generator: Generator) => void
  /** A slot that is drawn before all others. */
  readonly drawFirst: (name: string, generator: Generator) => number
  readonly usedNames: () => ReadonlySet<string>
}

/** What `\set` has set counts before parameters, those before definitions. */
export function openScope(source: {
  readonly parameters: readonly DeclaredParameter[]
  readonly sharedParameters: readonly DeclaredParameter[]
  readonly definitions: ReadonlyMap<string, ParameterValue>
}): Scope {
  const declared = declaredGenerators(source)
  const ownNames = [...source.parameters, ...source.sharedParameters].map(({ name }) => name)
  const variables: string[] = []
  const types: ExpressionType[] = []
  const slots = new Map<string, number>()
  const used = new Set<string>()
  const draws: SetStep[] = []
  const addTyped = (name: string, type: ExpressionType) => {
    slots.set(name, variables.length)
    types.push(type)
    return variables.push(name) - 1
  }
  const slotOf = (name: string) => {
    const slot = slots.get(name)
    const generator = declared.get(name)
    if (slot !== undefined || generator) used.add(name)
    if (slot !== undefined || !generator) return slot
    const fresh = addTyped(name, generatorType(generator) ?? 'null')
    draws.push({ kind: 'set', slot: fresh, generator })
    return fresh
  }
  const expressionOf = (name: string): Expression | undefined => {
    const generator = slots.has(name) ? undefined : declared.get(name)
    const known = generator && constantExpression(generator)
    if (known) return known
    if (generator && generatorType(generator) === undefined) return undefined
    const slot = slotOf(name)
    return slot === undefined ? undefined : { kind: 'slot', slot, type: types[slot] ?? 'null' }
  }
  return {
    variables,
    draws,
    slotOf,
    expressionOf,
    known: () => [...new Set([...slots.keys(), ...ownNames, ...declared.keys()])],
    addTyped,
    declare: (name, generator) => {
      if (!declared.has(name)) declared.set(name, generator)
    },
    drawFirst: (name, generator) => {
      const slot = addTyped(name, generatorType(generator) ?? 'null')
      draws.unshift({ kind: 'set', slot, generator })
      return slot
    },
    usedNames: () => used,
  }
}

/** The first of a name counts: a script's own parameters hide the shared ones. */
function declaredGenerators(source: Parameters<typeof openScope>[0]): Map<string, Generator> {
  const { parameters, sharedParameters, definitions } = source
  return new Map<string, Generator>([
    ['client_id', { kind: 'client' }],
    ...[...definitions].map(([name, value]) => [name, { kind: 'constant', value }] as const),
    ...sharedParameters.map(({ name, generator }) => [name, generator] as const),
    ...parameters.map(({ name, generator }) => [name, generator] as const),
  ])
}

/** Definitions are known before the run, so that `random(1, 100000 * :scale)` is a plain range. */
function constantExpression(generator: Generator): Expression | undefined {
  if (generator.kind !== 'constant') return undefined
  const { value } = generator
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  if (typeof value !== 'number') return undefined
  return Number.isInteger(value)
    ? { kind: 'integer', digits: String(BigInt(value)) }
    : { kind: 'double', value }
}
