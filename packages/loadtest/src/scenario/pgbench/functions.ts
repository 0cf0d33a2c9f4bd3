import type { ExpressionType } from '../generator.js'

/** What a function or operator takes and gives. */
export interface FunctionShape {
  /** As the generators know it. */
  readonly name: string
  readonly fewest: number
  readonly most: number
  /** `number`: whole numbers, unless one of them is a double; else for each argument, the last for all others. */
  readonly types: 'number' | 'case' | readonly (ExpressionType | 'any')[]
  /** When it does not follow from the arguments. */
  readonly result?: ExpressionType
}

export function functionNamed(name: string): FunctionShape | undefined {
  return SHAPES.get(name)
}

const BOOLEAN = { types: ['boolean'], result: 'boolean' } as const
const WHOLE = { types: ['integer'], result: 'integer' } as const
const DOUBLE = { types: ['double'], result: 'double' } as const
const NUMBER = { types: 'number' } as const
const RANDOM = { types: ['integer', 'integer', 'double'], result: 'integer' } as const

const SHAPES: ReadonlyMap<string, FunctionShape> = new Map(
  [
    takes('and or', 2, 2, BOOLEAN),
    takes('not', 1, 1, BOOLEAN),
    takes('is', 2, 2, { types: ['any'], result: 'boolean' }),
    takes('case', 1, Infinity, { types: 'case' }),
    takes('+ - * /', 2, 2, NUMBER),
    takes('negate abs', 1, 1, NUMBER),
    takes('< <= =', 2, 2, { types: 'number', result: 'boolean' }),
    takes('greatest least', 1, Infinity, NUMBER),
    takes('% mod & | # << >>', 2, 2, WHOLE),
    takes('~', 1, 1, WHOLE),
    takes('int', 1, 1, { types: 'number', result: 'integer' }),
    takes('double', 1, 1, { types: 'number', result: 'double' }),
    takes('sqrt ln exp', 1, 1, DOUBLE),
    takes('pow', 2, 2, DOUBLE),
    takes('pi', 0, 0, DOUBLE),
    takes('hash_murmur2 hash_fnv1a', 1, 2, WHOLE),
    takes('permute', 2, 3, WHOLE),
    takes('random', 2, 2, RANDOM),
    takes('random_gaussian random_exponential random_zipfian', 3, 3, RANDOM),
    [{ name: 'pow', fewest: 2, most: 2, ...DOUBLE, alias: 'power' }],
    [{ name: 'hash_murmur2', fewest: 1, most: 2, ...WHOLE, alias: 'hash' }],
  ]
    .flat()
    .map((shape) => ['alias' in shape ? shape.alias : shape.name, shape]),
)

function takes(
  names: string,
  fewest: number,
  most: number,
  rest: Pick<FunctionShape, 'types' | 'result'>,
): readonly FunctionShape[] {
  return names.split(' ').map((name) => ({ name, fewest, most, ...rest }))
}
