import { fileError, readInput, usageError } from '@lakebase/cli-kit'
import * as v from 'valibot'
import type { ComparedLine, Comparison, ReportCost } from './estimate-report.js'

const EarlierEstimate = v.object({
  schemaVersion: v.literal(1),
  cost: v.object({
    complete: v.boolean(),
    monthly: v.object({ expected: v.number() }),
    lines: v.array(v.object({ id: v.string(), label: v.string(), amount: v.optional(v.number()) })),
  }),
})
type EarlierCost = v.InferOutput<typeof EarlierEstimate>['cost']

/** How much the month may grow: a share of what it was, or dollars. */
export interface MaxIncrease {
  readonly text: string
  readonly allows: (before: number, change: number) => boolean
}

export function parseMaxIncrease(text: string): MaxIncrease {
  const [, digits, sign] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text.trim()) ?? []
  if (digits === undefined) {
    throw usageError(`--max-increase: "${text}" is no limit`, 'say 10% or 50 (USD a month)')
  }
  const limit = Number(digits)
  return {
    text,
    allows: (before, change) => change <= (sign === '%' ? (before * limit) / 100 : limit) + 0.005,
  }
}

/** Reads an earlier `--json` result. */
export function readEarlier(name: string, cwd: string): EarlierCost {
  const { text } = readInput(name, cwd)
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), EarlierEstimate), text)
  if (result.success) return result.output.cost
  const first = result.issues[0]
  throw fileError(
    'COMPARE',
    `${name} is not an estimate of ours: ${v.getDotPath(first) ?? 'the file'}: ${first.message}`,
    'write one with --output estimate.json',
  )
}

/** The change of the expected month, line by line. */
export function compareCosts(
  name: string,
  before: EarlierCost,
  after: ReportCost,
  limit: MaxIncrease | undefined,
): Comparison {
  const change = after.monthly.expected - before.monthly.expected
  const base = before.monthly.expected
  // Sums with a hole in them cannot clear a gate.
  const comparable = before.complete && after.complete
  return {
    with: name,
    before: base,
    after: after.monthly.expected,
    change,
    ...(base > 0 && { changeShare: change / base }),
    lines: comparedLines(before, after),
    ...(limit && {
      gate: { maxIncrease: limit.text, passed: comparable && limit.allows(base, change) },
    }),
  }
}

function comparedLines(before: EarlierCost, after: ReportCost): readonly ComparedLine[] {
  const amounts = (cost: EarlierCost | ReportCost) =>
    new Map(cost.lines.map((line) => [line.id, 'amount' in line ? line.amount : undefined]))
  const labels = new Map([...before.lines, ...after.lines].map((line) => [line.id, line.label]))
  const was = amounts(before)
  const is = amounts(after)
  return [...labels].map(([id, label]) => {
    const old = was.get(id)
    const now = is.get(id)
    return {
      id,
      label,
      ...(old !== undefined && { before: old }),
      ...(now !== undefined && { after: now }),
      change: (now ?? 0) - (old ?? 0),
    }
  })
}

/** `--max-increase` needs something to compare with. */
export function checkCompareOptions(
  compareTo: string | undefined,
  maxIncrease: string | undefined,
): void {
  if (maxIncrease === undefined || compareTo !== undefined) return
  throw usageError(
    '--max-increase needs --compare-to',
    'name the earlier estimate: --compare-to estimate.json',
  )
}
