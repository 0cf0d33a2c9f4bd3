import * as v from 'valibot'
import { count, duration, positiveDuration, rate, text } from './scalars.js'

const clients = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))

/** The pause of a client behind each run: a time, or how milliseconds are drawn. */
export const thinkTime = v.pipe(
  v.union(
    [
      duration('Always as long.'),
      v.strictObject({ uniform: v.tuple([duration('The shortest.'), duration('The longest.')]) }),
    ],
    'must be a time such as 100ms, or { uniform: [50ms, 150ms] }',
  ),
  v.description('Pause of a closed-loop client behind each run.'),
)

const stage = v.strictObject({
  name: v.exactOptional(
    v.pipe(text, v.description('In reports. `stage 1` and so on when missing.')),
  ),
  duration: positiveDuration('Of the stage.'),
  rate: v.exactOptional(rate('Throughout the stage.')),
  clients: v.exactOptional(v.pipe(clients, v.description('Throughout the stage.'))),
  ramp_to: v.exactOptional(
    rate('Rate or clients at the end, in a straight line from where the stage before ended.'),
  ),
  measured: v.exactOptional(
    v.pipe(v.boolean(), v.description('Whether it counts in the figures. True when missing.')),
  ),
})

const spike = v.strictObject({
  at: duration('Counted from the start of the measured part.'),
  duration: positiveDuration('Of the spike.'),
  rate: v.exactOptional(rate('Throughout the spike.')),
  clients: v.exactOptional(clients),
})

export const loadSchema = v.pipe(
  v.strictObject({
    rate: v.exactOptional(
      rate('Open loop: transactions a second, whether or not the database keeps up.'),
    ),
    arrivals: v.exactOptional(
      v.pipe(
        v.picklist(['constant', 'poisson']),
        v.description(
          'Open loop: evenly spaced, or at random as users come. poisson when missing.',
        ),
      ),
    ),
    clients: v.exactOptional(
      v.pipe(count, v.description('Closed loop: clients that wait for each answer.')),
    ),
    think_time: v.exactOptional(thinkTime),
    duration: v.exactOptional(
      positiveDuration('Of the measured part. Stages have their own in its place.'),
    ),
    warm_up: v.exactOptional(
      duration('Before the measured part, at its load; kept out of the figures.'),
    ),
    ramp_up: v.exactOptional(
      duration('First of all, from nothing to the load; kept out of the figures.'),
    ),
    ramp_down: v.exactOptional(
      duration('At the end, from the load to nothing; kept out of the figures.'),
    ),
    stages: v.exactOptional(
      v.pipe(
        v.array(stage),
        v.minLength(1, 'is empty'),
        v.description('In place of rate or clients and duration.'),
      ),
    ),
    spikes: v.exactOptional(
      v.pipe(
        v.array(spike),
        v.description('Short times of another load within the measured part.'),
      ),
    ),
  }),
  v.description(
    'How much is asked of the database. rate is the open loop, clients the closed one.',
  ),
)

export type LoadFile = v.InferOutput<typeof loadSchema>
export type ThinkTimeFile = v.InferOutput<typeof thinkTime>
