import type { Rejection } from '../advice.js'
import type { Candidate } from '../candidates/candidate.js'
import { rejection } from '../candidates/gather-candidates.js'
import { isRefused } from '../prove/trial.js'
import type { AdviceParts } from './make-advice.js'

/** Every candidate that is not proposed, and why. */
export function rejections(
  parts: AdviceParts,
  proposed: ReadonlyMap<Candidate, string>,
): readonly Rejection[] {
  const { gathered } = parts
  const others = gathered.candidates.filter((one) => !proposed.has(one))
  return [...others.map((one) => reject(parts, one, proposed)), ...gathered.rejected]
}

function reject(
  { stage, choice }: AdviceParts,
  candidate: Candidate,
  proposed: ReadonlyMap<Candidate, string>,
): Rejection {
  const outcome = stage.outcomeOf(candidate)
  if (isRefused(outcome)) return rejection(candidate, outcome.reason, outcome.why)
  const gain = choice.alone.get(candidate)
  if (!gain || gain.saved <= 0) {
    return rejection(candidate, 'unused', 'no plan gets better by it')
  }
  const saved = `it saves ${figure(gain.saved)} ${choice.unit}`
  if (gain.net <= 0)
    return rejection(candidate, 'little', `${saved} and costs ${figure(gain.writeCost)} in writes`)
  if (!gain.isNoticeable)
    return rejection(candidate, 'little', `${saved}, too little of any query and of the workload`)
  const better = [...proposed].filter(([one]) => one.table === candidate.table)
  return rejection(
    candidate,
    'outdone',
    better.length === 0
      ? `${saved} alone, and little beside the proposals`
      : `${better.map(([, name]) => name).join(', ')} does it`,
  )
}

function figure(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(2)
}
