import { expect, test } from 'vitest'
import { compileExpression } from '../../generate/compile-expression.js'
import { Random } from '../../generate/random.js'
import { expressionType } from '../expression-type.js'
import { ExpressionError } from './expression-error.js'
import { parseExpression } from './parse-expression.js'

const variables = (name: string) => {
  if (name === 'default_seed') return { kind: 'integer', digits: '7' } as const
  return name === 'x' ? ({ kind: 'slot', slot: 0, type: 'integer' } as const) : undefined
}
const computed = (text: string) => {
  const expression = parseExpression(text, variables)
  const random = new Random()
  return { value: compileExpression(expression)(random, [12], 0), type: expressionType(expression) }
}

// Each line as pgbench 15.18 prints it for \set a debug(…).
test.each([
  ['hash(10, 5432)', 'integer', -5817877081768721676n],
  ['hash_fnv1a(10, 5432)', 'integer', -7793829335365542153n],
  ['permute(5, 1000, 54321)', 'integer', 203],
  ['int(2.5)', 'integer', 2],
  ['int(3.5)', 'integer', 4],
  ['int(-2.5)', 'integer', -2],
  ['-7 / 2', 'integer', -3],
  ['-7 % 3', 'integer', -1],
  ['7.0 / 2', 'double', 3.5],
  ['mod(-7, 3)', 'integer', -1],
  ['5 & 3 | 8 # 1', 'integer', 8],
  ['1 << 40', 'integer', 1099511627776],
  ['-16 >> 2', 'integer', -4],
  ['~5', 'integer', -6],
  ['2 + 3 * 4 - -1', 'integer', 15],
  ['pow(2, 10)', 'double', 1024],
  ['power(2.0, 0.5)', 'double', Math.SQRT2],
  ['greatest(1, 2.5, 2)', 'double', 2.5],
  ['least(3, 2)', 'integer', 2],
  ['null is null', 'boolean', true],
  ['1 <> 2 and not false', 'boolean', true],
  ['case when 1 > 2 then 10 when 2 > 1 then 20 else 30 end', 'integer', 20],
  ['true or null', 'boolean', true],
  ['null or true', 'null', null],
  ['null and false', 'null', null],
  ['true or 1 / 0 = 1', 'boolean', true],
  ['least(9, 4, 7)', 'integer', 4],
  ['ln(exp(1))', 'double', 1],
  ['abs(-5.5)', 'double', 5.5],
  ['double(3)', 'double', 3],
  ['1e3', 'double', 1000],
  ['.5', 'double', 0.5],
  ['2 = 2.0', 'boolean', true],
  ['5 is not null', 'boolean', true],
  ['5 isnull', 'boolean', false],
  ['5 notnull', 'boolean', true],
  ['true is true', 'boolean', true],
  ['-9223372036854775808', 'integer', -9223372036854775808n],
  ['not 1 = 2', 'boolean', true],
  ['2 - 1 & 3', 'integer', 1],
  ['1 << 2 + 1', 'integer', 8],
  ['mod(7, 3) = 1 and 2 < 3', 'boolean', true],
  ['int(1e15)', 'integer', 1_000_000_000_000_000],
  ['-2 - 3 - 4', 'integer', -9],
  ['- 2 * 3', 'integer', -6],
  ['1 | 2 < 4', 'boolean', true],
  ['1 + null', 'null', null],
  ['case when null then 1 end', 'null', null],
])('%s is the %s %s, as in pgbench', (text, type, value) => {
  expect(computed(text)).toEqual({
    value: typeof value === 'number' ? expect.closeTo(value, 12) : value,
    type,
  })
})

test.each([
  [':x * 2 + 1', 25],
  ['(:x - 2) / 3', 3],
  ['(:x * 1.5) % 5', 3],
  ['case when :x > 10 then 1 else 0.5 end', 1],
  ['hash(:x)', computed('hash(:x, 7)').value],
  ['permute(:x, 100)', computed('permute(:x, 100, 7)').value],
  ['9007199254740993 + :x', 9007199254741005n],
  ['9007199254740993 - :x', 9007199254740981],
])('%s with x = 12 is %s', (text, value) => {
  expect(computed(text).value).toBe(value)
})

test.each([
  ['1 +', 3, 3, 'expected a number, a variable or a function, found the end'],
  ['1 2', 2, 3, 'expected the end, found "2"'],
  ['1 < 2 = true', 6, 7, 'expected the end, found "="'],
  ['foo(1)', 0, 3, 'there is no function foo'],
  ['random(1)', 0, 6, 'random takes 2 arguments, not 1'],
  ['least()', 0, 5, 'least takes 1 to any number of arguments, not 0'],
  [':y + 1', 0, 2, ':y has not been set before'],
  ['1 / 0', 0, 5, 'an expression of the script divides by zero'],
  ['9223372036854775808', 0, 19, '9223372036854775808 has more than 64 bits'],
  [
    '9223372036854775807 + 1',
    0,
    23,
    'an expression of the script gives 9223372036854775808, beyond the whole numbers of 64 bits',
  ],
  ['random(5, 1)', 0, 6, 'random(5, 1): the range is empty'],
  [
    'random_gaussian(1, 5, 1.9)',
    0,
    15,
    'the parameter of random_gaussian must be at least 2, not 1.9',
  ],
  [
    'random_zipfian(1, 5, 1)',
    0,
    14,
    'the parameter of random_zipfian must be from 1.001 to 1000, not 1',
  ],
  ['true + 1', 5, 6, '+ takes numbers, not true or false'],
  ['not 1', 0, 3, 'not takes true or false, not a number'],
  [
    'case when true then 1 else false end',
    0,
    4,
    'case gives a number here and true or false there',
  ],
  ['case 1 end', 5, 6, 'expected when, found "1"'],
  ["'a'", 0, 1, 'expected a number, a variable or a function, found "\'"'],
])('%s is refused at %i to %i: %s', (text, start, end, message) => {
  const refused = () => parseExpression(text, variables)
  expect(refused).toThrow(ExpressionError)
  expect(refused).toThrow(expect.objectContaining({ message, start, end }))
})

test('what cannot be computed does no harm in a branch that is not taken', () => {
  expect(computed('case when :x > 0 then 1 else 1 / 0 end').value).toBe(1)
  expect(computed('case when true then 3 else abs(-9223372036854775808) end').value).toBe(3)
})

test('what pgbench refuses in the middle of a run is refused there as well', () => {
  expect(() => computed('1 / (:x - 12)')).toThrow('divides by zero')
  expect(() => computed('random(:x, 5)')).toThrow('random(12, 5): the range is empty')
  expect(() => computed('random_gaussian(1, 5, :x - 11)')).toThrow('the parameter is 1')
})
