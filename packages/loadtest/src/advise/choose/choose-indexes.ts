import { type Candidate, identityOf } from '../candidates/candidate.js'
import { covers } from '../candidates/covers.js'
import { type Gain, type Weights, weigh } from './weigh.js'

export interface ChoiceOptions {
  readonly maxProposals: number
  readonly bytesOf: (candidate: Candidate) => number
  readonly onStep: (chosen: number) => void
}

/** One or more indexes that are taken together: a plan may need several to be better. */
interface Move {
  readonly candidates: readonly Candidate[]
  /** As last weighed; with more indexes chosen it is seldom more. */
  readonly gain: Gain
}

/** Of two moves this near to each other the one with fewer bytes is taken. */
const NEAR = 0.95

/**
 * Takes the index that saves most, plans again with it, takes the next, until none is worth it. Then
 * leaves out those that the later ones made needless.
 */
export async function chooseIndexes(
  weights: Weights,
  moves: readonly (readonly Candidate[])[],
  options: ChoiceOptions,
): Promise<readonly Candidate[]> {
  let chosen: readonly Candidate[] = []
  let open: Move[] = []
  for (const candidates of moves)
    open.push({ candidates, gain: await weigh(weights, [], candidates) })
  while (chosen.length < options.maxProposals) {
    const taken = await nextMove(weights, chosen, open, options)
    if (!taken) break
    chosen = withoutCovered([...chosen, ...taken.move.candidates]).slice(0, options.maxProposals)
    open = taken.rest
    options.onStep(chosen.length)
  }
  return withoutNeedless(weights, chosen)
}

interface Taken {
  readonly move: Move
  readonly rest: Move[]
}

/**
 * The best move beside those chosen. Moves are weighed again in the order of what they were worth
 * before, until the next one cannot be better than the best of these.
 */
async function nextMove(
  weights: Weights,
  chosen: readonly Candidate[],
  open: readonly Move[],
  { bytesOf }: ChoiceOptions,
): Promise<Taken | undefined> {
  const queue = open.filter(isWorthIt).toSorted(byNet)
  const weighed: Move[] = []
  let best = 0
  for (let next = queue[0]; next && next.gain.net >= best * NEAR; next = queue[0]) {
    queue.shift()
    const missing = next.candidates.filter((one) => !chosen.includes(one))
    if (missing.length === 0) continue
    const again = { candidates: next.candidates, gain: await weigh(weights, chosen, missing) }
    if (!isWorthIt(again)) continue
    weighed.push(again)
    best = Math.max(best, again.gain.net)
  }
  const size = ({ candidates }: Move) => candidates.reduce((sum, one) => sum + bytesOf(one), 0)
  const [move] = weighed
    .filter(({ gain }) => gain.net >= best * NEAR)
    .toSorted((one, other) => size(one) - size(other) || byNet(one, other))
  return move && { move, rest: [...queue, ...weighed.filter((one) => one !== move)] }
}

function isWorthIt({ gain }: Move): boolean {
  return gain.isNoticeable && gain.net > 0
}

function byNet(one: Move, other: Move): number {
  return (
    other.gain.net - one.gain.net ||
    (one.candidates.map(identityOf).join() < other.candidates.map(identityOf).join() ? -1 : 1)
  )
}

/** Of two of which one does all that the other does, the greater stays. */
function withoutCovered(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(
    (one, place) =>
      !candidates.some(
        (other, at) =>
          at !== place &&
          other.table === one.table &&
          covers(other, one) &&
          !(covers(one, other) && place < at),
      ),
  )
}

async function withoutNeedless(
  weights: Weights,
  chosen: readonly Candidate[],
): Promise<readonly Candidate[]> {
  let kept = chosen
  for (const one of chosen.toReversed()) {
    const others = kept.filter((other) => other !== one)
    const gain = await weigh(weights, others, [one])
    if (!gain.isNoticeable || gain.net <= 0) kept = others
  }
  return kept
}
