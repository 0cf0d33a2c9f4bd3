import * as v from 'valibot'
import { DURATION_WORDS, parseDuration } from '../schedule/parse-duration.js'
import { parseSchedule, SCHEDULE_WORDS } from '../schedule/parse-schedule.js'

/** More rows, bytes or calls than any workload has: beyond it sums would lose digits or overflow. */
const MOST = 1e15
/** A number of zero or more. */
export const amount = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(MOST))
/** A whole number of zero or more. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST))
export const percentage = v.pipe(v.number(), v.minValue(0), v.maxValue(100))
export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
export const hoursPerMonth = v.pipe(v.number(), v.minValue(0), v.maxValue(730))
export const text = v.pipe(v.string(), v.minLength(1, 'is empty'))

/** Sizes of an Autoscaling compute: 0.5 or whole compute units up to 112. */
export const autoscalingCu = v.union([
  v.literal(0.5),
  v.pipe(
    v.number(),
    v.integer('a compute has 0.5 CU or a whole number from 1 to 112'),
    v.minValue(1),
    v.maxValue(112),
  ),
])

export const schedule = v.pipe(
  v.string(),
  v.examples(['Per day', 'Per hour', '0 2 * * *', 'PT15M']),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const parsed = parseSchedule(dataset.value)
    if ('schedule' in parsed) return parsed.schedule
    addIssue({ expected: SCHEDULE_WORDS })
    return NEVER
  }),
)

export const durationSeconds = v.pipe(
  v.string(),
  v.examples(['24h', '90 s', '7 days', 'PT15M']),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const seconds = parseDuration(dataset.value)
    if (seconds !== undefined) return seconds
    addIssue({ expected: DURATION_WORDS })
    return NEVER
  }),
)

const SCALE_TO_ZERO_SECONDS = { min: 60, max: 7 * 86_400 } as const

/** Seconds, or false for `off`: written as text, or as the boolean that YAML 1.1 reads it as. */
export const scaleToZeroAfter = v.pipe(
  v.union([v.literal(false), v.string()], 'must be a time with its unit, such as 24h, or off'),
  v.description('Idle time before the compute stops: 60 s to 7 days, or off.'),
  v.examples(['24h', '5 min', 'PT5M', 'off']),
  v.rawTransform(({ dataset, addIssue, NEVER }): number | false => {
    if (dataset.value === false || dataset.value.toLowerCase() === 'off') return false
    const seconds = parseDuration(dataset.value)
    const { min, max } = SCALE_TO_ZERO_SECONDS
    if (seconds !== undefined && seconds >= min && seconds <= max) return seconds
    if (seconds === undefined) addIssue({ expected: DURATION_WORDS })
    else addIssue({ message: 'the compute stops after 60 s to 7 days, or never (off)' })
    return NEVER
  }),
)

/** One of the values in any letter case; gives it in the case listed. */
export function anyCase<const Values extends readonly string[]>(values: Values) {
  return v.pipe(
    v.string(),
    // Read by the script that writes the JSON Schema, which has no other way to ignore case.
    v.metadata({ anyCase: values }),
    v.rawTransform<string, Values[number]>(({ dataset, addIssue, NEVER }) => {
      const wanted = dataset.value.toUpperCase()
      const found = values.find((value) => value.toUpperCase() === wanted)
      if (found !== undefined) return found
      addIssue({ expected: values.map((value) => `"${value}"`).join(' | ') })
      return NEVER
    }),
  )
}

/** A list, for which one item alone may be written. */
export function oneOrMore<const Item extends v.GenericSchema>(item: Item) {
  return v.pipe(
    v.union([v.array(item), item]),
    v.transform((value): v.InferOutput<Item>[] => (Array.isArray(value) ? value : [value])),
  )
}
