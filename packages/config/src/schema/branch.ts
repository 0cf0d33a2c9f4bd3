import * as v from 'valibot'
import { amount, autoscalingCu, durationSeconds, hoursPerMonth, text } from './scalars.js'

export const branch = v.pipe(
  v.strictObject({
    name: text,
    min_cu: autoscalingCu,
    max_cu: autoscalingCu,
    hours_up_per_month: v.exactOptional(hoursPerMonth),
    changed_gb: v.exactOptional(
      v.pipe(amount, v.description('Data that differs from the parent, in GB.')),
    ),
    ttl: v.exactOptional(v.pipe(durationSeconds, v.description('Time until it is deleted.'))),
  }),
  v.description('A branch beside production, with its own compute.'),
)
