import * as v from 'valibot'
import { percent, positiveDuration, rate } from './scalars.js'

function latency(share: string) {
  return v.exactOptional(
    positiveDuration(`Response time within which ${share} of the transactions must be.`),
  )
}

/** `p99: 10ms`; the keys are percentiles of the response time. */
export const objectivesSchema = v.pipe(
  v.strictObject({
    p50: latency('half'),
    p75: latency('75 %'),
    p90: latency('90 %'),
    p95: latency('95 %'),
    p99: latency('99 %'),
    'p99.9': latency('99.9 %'),
    'p99.99': latency('99.99 %'),
    max: latency('all'),
    mean: v.exactOptional(positiveDuration('Mean response time, at most.')),
    errors: v.exactOptional(percent('Failed transactions, at most this share of all.')),
    throughput: v.exactOptional(rate('Transactions that succeed, at least so many.')),
  }),
  v.description('What must hold; the exit code is 1 when something does not.'),
)

export type ObjectivesFile = v.InferOutput<typeof objectivesSchema>
