import type { ExpressionType } from '../scenario/generator.js'
import { hashFnv1a, hashMurmur2 } from './hash.js'
import { type Int64, int64, rounded } from './int64.js'
import { permute } from './permute.js'

/** What an expression works with, when it is not null. */
export type Operand = Int64 | boolean

type Compute = (operands: readonly Operand[]) => Operand

/** The function of that name, for whole numbers or for doubles as its arguments are. */
export function strictFunction(name: string, types: readonly ExpressionType[]): Compute {
  if (!isName(name)) throw new TypeError(`there is no function ${name}`)
  return FUNCTIONS[name](types.every((type) => type === 'integer'))
}

function isName(name: string): name is keyof typeof FUNCTIONS {
  return Object.hasOwn(FUNCTIONS, name)
}

const FUNCTIONS = {
  '+': arithmetic(int64.add, (a, b) => a + b),
  '-': arithmetic(int64.subtract, (a, b) => a - b),
  '*': arithmetic(int64.multiply, (a, b) => a * b),
  '/': arithmetic(int64.divide, (a, b) => a / b),
  '%': wholes(int64.modulo),
  mod: wholes(int64.modulo),
  negate: arithmetic(int64.negate, (a) => -a),
  abs: arithmetic(int64.abs, Math.abs),
  '&': wholes(int64.and),
  '|': wholes(int64.or),
  '#': wholes(int64.xor),
  '~': wholes(int64.not),
  '<<': wholes(int64.shiftLeft),
  '>>': wholes(int64.shiftRight),
  '=': always(([a = 0, b = 0]) => Number(a) === Number(b) && sameWhole(a, b)),
  '<': always(([a = 0, b = 0]) => a < b),
  '<=': always(([a = 0, b = 0]) => a <= b),
  greatest: always((all) => all.reduce(larger)),
  least: always((all) => all.reduce(smaller)),
  int: always(([a = 0]) => (typeof a === 'bigint' ? a : rounded(Number(a)))),
  double: doubles((a) => a),
  sqrt: doubles(Math.sqrt),
  ln: doubles(Math.log),
  exp: doubles(Math.exp),
  pow: doubles((a, b) => a ** b),
  pi: always(() => Math.PI),
  hash_murmur2: wholes(hashMurmur2),
  hash_fnv1a: wholes(hashFnv1a),
  permute: always(([value = 0, size = 0, seed = 0]) =>
    permute(whole(value), whole(size), whole(seed)),
  ),
} as const

function always(compute: Compute): (areWhole: boolean) => Compute {
  return () => compute
}

function wholes(compute: (a: Int64, b: Int64) => Int64): (areWhole: boolean) => Compute {
  return always(([a = 0, b = 0]) => compute(whole(a), whole(b)))
}

function doubles(compute: (a: number, b: number) => number): (areWhole: boolean) => Compute {
  return always(([a = 0, b = 0]) => compute(Number(a), Number(b)))
}

function arithmetic(
  ofWholes: (a: Int64, b: Int64) => Int64,
  ofDoubles: (a: number, b: number) => number,
): (areWhole: boolean) => Compute {
  return (areWhole) => (areWhole ? wholes(ofWholes) : doubles(ofDoubles))(areWhole)
}

/** Math.max knows no bigint. As in C, where one of the two is no number, the second is taken. */
function larger(a: Operand, b: Operand): Operand {
  if (a > b) return a
  return b
}

function smaller(a: Operand, b: Operand): Operand {
  if (a < b) return a
  return b
}

function whole(value: Operand): Int64 {
  return typeof value === 'boolean' ? Number(value) : value
}

/** Two large whole numbers may differ where their doubles do not. */
function sameWhole(a: Operand, b: Operand): boolean {
  return typeof a !== 'bigint' || typeof b !== 'bigint' || a === b
}
