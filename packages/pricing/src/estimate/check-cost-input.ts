import { checkAboveZero, checkedDay, checkNumber, checkWhole } from '../check-numbers.js'
import { CostInputError } from '../cost-input-error.js'
import type {
  AutoscalingUse,
  ComputeUse,
  CostInput,
  OwnDiscount,
  PipelineUse,
  Quantity,
} from './cost-input.js'
import { HOURS_PER_MONTH } from './hours-per-month.js'

/** Throws a {@link CostInputError} for the first value that cannot be priced. */
export function checkCostInput(input: CostInput): void {
  input.computes.forEach((use, index) => {
    checkCompute(`computes[${index}]`, use)
  })
  checkQuantity('storage.dataGb', input.storage.dataGb)
  checkQuantity('storage.historyGb', input.storage.historyGb)
  checkQuantity('storage.snapshotsGb', input.storage.snapshotsGb)
  checkQuantity('storage.branchChangeGb', input.storage.branchChangeGb)
  input.pipelines.forEach((use, index) => {
    checkPipeline(`pipelines[${index}]`, use)
  })
  input.discounts.forEach((discount, index) => {
    checkDiscount(`discounts[${index}]`, discount)
  })
  if (input.promotionPercentage !== undefined) {
    checkNumber('promotionPercentage', input.promotionPercentage, 0, 100)
  }
  checkUnique(
    'the ids of computes, pipelines and unpriced uses',
    [...input.computes, ...input.pipelines, ...(input.unpriced ?? [])].map((use) => use.id),
  )
  checkUnique(
    'the names of discounts',
    input.discounts.map((discount) => discount.name),
  )
}

function checkCompute(path: string, use: ComputeUse): void {
  checkWhole(`${path}.count`, use.count, 1)
  checkNumber(`${path}.hoursUp`, use.hoursUp, 0, HOURS_PER_MONTH)
  if (use.product === 'provisioned-legacy')
    checkAboveZero(`${path}.provisionedCu`, use.provisionedCu)
  else checkAutoscaling(path, use)
}

function checkAutoscaling(path: string, use: AutoscalingUse): void {
  checkAboveZero(`${path}.minCu`, use.minCu)
  checkNumber(`${path}.maxCu`, use.maxCu, use.minCu)
  if (use.usage.kind === 'average') {
    checkNumber(`${path}.usage.cu`, use.usage.cu, use.minCu, use.maxCu)
    return
  }
  const hours = use.usage.cu
  if (hours.length !== 24) {
    throw new CostInputError('NOT_24_HOURS', `${path}.usage.cu`, '24 numbers', hours.length)
  }
  hours.forEach((cu, hour) => {
    checkNumber(`${path}.usage.cu[${hour}]`, cu)
  })
}

function checkQuantity(path: string, { low, expected, high }: Quantity): void {
  checkNumber(`${path}.low`, low)
  checkNumber(`${path}.expected`, expected, low)
  checkNumber(`${path}.high`, high, expected)
}

function checkPipeline(path: string, use: PipelineUse): void {
  if (use.mode === 'continuous') return
  checkQuantity(`${path}.hoursPerRun`, use.hoursPerRun)
  checkNumber(`${path}.runsPerMonth`, use.runsPerMonth)
}

function checkDiscount(path: string, discount: OwnDiscount): void {
  checkNumber(`${path}.percentage`, discount.percentage, 0, 100)
  const from = discount.from === undefined ? -Infinity : checkedDay(`${path}.from`, discount.from)
  if (discount.until === undefined) return
  if (checkedDay(`${path}.until`, discount.until) < from) {
    const expected = `on or after ${discount.from}`
    throw new CostInputError('OUT_OF_RANGE', `${path}.until`, expected, discount.until)
  }
}

function checkUnique(path: string, names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new CostInputError('NOT_UNIQUE', path, 'unique', twice)
}
