import * as v from 'valibot'
import { autoscalingCu, hoursPerMonth, scaleToZeroAfter, share } from './scalars.js'

const computeRange = { min_cu: autoscalingCu, max_cu: autoscalingCu }

const readReplica = v.strictObject({
  ...computeRange,
  count: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  hours_up_per_month: v.exactOptional(hoursPerMonth),
  scale_to_zero_after: v.exactOptional(scaleToZeroAfter),
})

export const computeSection = v.pipe(
  v.strictObject({
    min_cu: v.exactOptional(autoscalingCu),
    max_cu: v.exactOptional(autoscalingCu),
    scale_to_zero_after: v.exactOptional(scaleToZeroAfter),
    high_availability: v.exactOptional(
      v.strictObject({
        computes: v.pipe(
          v.number(),
          v.integer(),
          v.minValue(2),
          v.maxValue(4),
          v.description('Computes in all, the primary counted.'),
        ),
        readable: v.exactOptional(v.boolean()),
      }),
    ),
    hours_up_per_month: v.exactOptional(hoursPerMonth),
    hourly_load: v.exactOptional(
      v.pipe(
        v.array(share),
        v.length(24, 'must have 24 numbers, one for each hour of the day'),
        v.description('Share (0 to 1) of the peak in each hour of the day, midnight first.'),
      ),
    ),
    bulk_load: v.exactOptional(v.picklist(['concurrent', 'off_peak'])),
    read_replicas: v.nullish(v.array(readReplica)),
  }),
  v.description('What is decided already in Autoscaling compute units of 2 GB.'),
)
