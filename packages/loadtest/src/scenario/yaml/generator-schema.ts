import * as v from 'valibot'
import { wholeNumber } from './scalars.js'

const number = v.pipe(v.number(), v.finite())
const scalar = v.union([v.string(), v.number(), v.boolean(), v.null()])
const wholeRange = v.pipe(v.tuple([wholeNumber, wholeNumber]), v.examples([[1, 100000]]))
const length = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))
const lengths = v.union([length, v.tuple([length, length])], 'must be a length or a list of two')
const instant = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/,
    'must be a day such as 2024-12-31, or a time such as 2024-12-31T23:59:59Z',
  ),
)

/** One of these says how a value is drawn. */
const kinds = {
  uniform: v.exactOptional(
    v.pipe(
      v.tuple([number, number]),
      v.description('Numbers between two, both included, all alike.'),
      v.examples([[1, 100000]]),
    ),
  ),
  zipfian: v.exactOptional(
    v.pipe(wholeRange, v.description('The first number is the most frequent, and so on.')),
  ),
  gaussian: v.exactOptional(
    v.pipe(wholeRange, v.description('Most frequent in the middle, as pgbench draws it.')),
  ),
  exponential: v.exactOptional(
    v.pipe(
      wholeRange,
      v.description('The first number is the most frequent, as pgbench draws it.'),
    ),
  ),
  sequence: v.exactOptional(
    v.pipe(
      v.union([wholeNumber, wholeRange], 'must be a whole number or a list of two'),
      v.description('Counts up from here; with two numbers it starts again behind the second.'),
      v.examples([1, [1, 1000]]),
    ),
  ),
  choice: v.exactOptional(
    v.pipe(
      v.array(scalar),
      v.minLength(1, 'is empty'),
      v.description('One of the values.'),
      v.examples([['new', 'paid', 'sent']]),
    ),
  ),
  date: v.exactOptional(
    v.pipe(
      v.tuple([instant, instant]),
      v.description('Days between two, or seconds when they have a time.'),
      v.examples([['2024-01-01', '2024-12-31']]),
    ),
  ),
  uuid: v.exactOptional(v.pipe(v.literal(true), v.description('A random UUID, version 4.'))),
  text: v.exactOptional(
    v.pipe(
      lengths,
      v.description('Letters and digits, so many of them.'),
      v.examples([12, [5, 20]]),
    ),
  ),
  column: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(
        /^(?:(?:"[^"]+"|[^."\s]+)\.){1,2}(?:"[^"]+"|[^."\s]+)$/,
        'must be table.column or schema.table.column',
      ),
      v.description('Values that stand in a table: read before the run, as many as limit says.'),
      v.examples(['public.orders.order_id']),
    ),
  ),
  value: v.exactOptional(v.pipe(scalar, v.description('Always the same.'))),
} as const

/** Of some kinds only. */
const settings = {
  digits: v.exactOptional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      v.maxValue(9),
      v.description(
        'Of uniform: digits behind the point. As many as the numbers have when missing.',
      ),
    ),
  ),
  exponent: v.exactOptional(
    v.pipe(
      number,
      v.gtValue(0),
      v.maxValue(1000),
      v.description('Of zipfian: the larger, the more of the first. 1.1 when missing.'),
    ),
  ),
  parameter: v.exactOptional(
    v.pipe(
      number,
      v.gtValue(0),
      v.maxValue(1000),
      v.description('Of gaussian (at least 2) and exponential, as in pgbench. 2.5 when missing.'),
    ),
  ),
  step: v.exactOptional(v.pipe(wholeNumber, v.description('Of sequence. 1 when missing.'))),
  weights: v.exactOptional(
    v.pipe(
      v.array(v.pipe(number, v.minValue(0))),
      v.description(
        'Of choice: how often each value comes, in their order. All alike when missing.',
      ),
    ),
  ),
  limit: v.exactOptional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(1_000_000),
      v.description('Of column: how many values are read at most. 10,000 when missing.'),
    ),
  ),
} as const

const elementSchema = v.strictObject({ ...kinds, ...settings })

const generatorSchema = v.pipe(
  v.union(
    [
      v.string(),
      v.number(),
      v.boolean(),
      v.strictObject({
        ...kinds,
        ...settings,
        array: v.exactOptional(
          v.pipe(elementSchema, v.description('A Postgres array of values that are drawn so.')),
        ),
        length: v.exactOptional(
          v.pipe(lengths, v.description('Of array: how many elements.'), v.examples([3, [1, 5]])),
        ),
      }),
    ],
    'must be a value, or a map such as { uniform: [1, 1000] }',
  ),
  v.description('How a parameter is drawn; a plain value is always the same.'),
)

export const parametersSchema = v.record(
  v.pipe(v.string(), v.regex(/^[A-Za-z_]\w*$/, 'a name has letters, digits and _')),
  generatorSchema,
)

export type GeneratorFile = Exclude<
  v.InferOutput<typeof generatorSchema>,
  string | number | boolean
>
export type ElementFile = v.InferOutput<typeof elementSchema>
export type ParametersFile = v.InferOutput<typeof parametersSchema>
