import { formatNumber } from '../format-number.js'
import { combineProvenance } from '../limits/combine-provenance.js'
import type { ComputeLimits, Provenance } from '../limits/limits.js'
import type { ComputeLoad, ComputeNeed, SizingIssue } from './compute-sizing.js'

/** What the rates of a load ask for, in CU that are not rounded. */
export interface RateDemand {
  readonly bulkCu: number
  readonly incrementalCu: number
  readonly readsCu: number
  /** Share of the peak's steady load that runs while bulk loads do. */
  readonly steadyShareWhileLoading: number
  /** Bulk loads and the steady load beside them. */
  readonly loadingCu: number
  readonly combined: string
  /** Missing when all rates are zero. */
  readonly need?: ComputeNeed
  readonly issues: readonly SizingIssue[]
}

/**
 * Rates per CU, bulk and steady load combined. Adding all three, as the old accelerator did, is
 * right only when bulk loads run at the peak; nothing is assumed to avoid the peak unasked.
 */
export function rateDemand(load: ComputeLoad, limits: ComputeLimits): RateDemand {
  const bulkCu = load.bulkWritesPerSecond / limits.bulkRowsPerSecondPerCu.value
  const incrementalCu = load.continuousWritesPerSecond / limits.incrementalRowsPerSecondPerCu.value
  const readsCu = load.readsPerSecond / limits.readsPerSecondPerCu.value
  const overlap = overlapOfBulkLoads(load)
  const parts = { bulkCu, incrementalCu, readsCu, steadyShareWhileLoading: overlap.share }
  const need = rateNeed(parts, limits)
  return {
    ...parts,
    loadingCu: bulkCu + (incrementalCu + readsCu) * overlap.share,
    combined: overlap.sentence,
    ...(need && { need }),
    issues: overlap.assumed ? [OFF_PEAK_WITHOUT_PROFILE] : [],
  }
}

/** CU that the steady load wants in each hour: equal ones without a profile. */
export function hourlyCu(load: ComputeLoad, demand: RateDemand): readonly number[] {
  const shares = load.hourlyLoad ?? Array<number>(24).fill(1)
  return shares.map((share) => (demand.incrementalCu + demand.readsCu) * share)
}

type RateParts = Pick<
  RateDemand,
  'bulkCu' | 'incrementalCu' | 'readsCu' | 'steadyShareWhileLoading'
>

function rateNeed(parts: RateParts, limits: ComputeLimits): ComputeNeed | undefined {
  const { bulkCu, incrementalCu, readsCu, steadyShareWhileLoading: share } = parts
  const [first, ...rest] = usedRates(parts, limits)
  if (!first) return undefined
  const peakCu = incrementalCu + readsCu
  const loadingCu = bulkCu + peakCu * share
  const bulk = bulkCu > 0 ? [`bulk ${formatNumber(bulkCu)}`] : []
  const steady = steadyWords(incrementalCu, readsCu, 1)
  const loading = [...bulk, ...steadyWords(incrementalCu, readsCu, share)].join(' + ')
  const peakBinds = peakCu > loadingCu
  const aside = bulkCu > 0 ? ` at the peak (while loading: ${loading})` : ''
  return {
    limit: 'rate',
    cu: Math.max(peakCu, loadingCu),
    why: peakBinds ? `${steady.join(' + ')}${aside}` : loading,
    ...combineProvenance([first, ...rest]),
  }
}

function steadyWords(incrementalCu: number, readsCu: number, share: number): readonly string[] {
  const words: string[] = []
  if (incrementalCu * share > 0) words.push(`incremental ${formatNumber(incrementalCu * share)}`)
  if (readsCu * share > 0) words.push(`reads ${formatNumber(readsCu * share)}`)
  return words
}

function usedRates(parts: RateParts, limits: ComputeLimits): readonly Provenance[] {
  return [
    parts.bulkCu > 0 && limits.bulkRowsPerSecondPerCu,
    parts.incrementalCu > 0 && limits.incrementalRowsPerSecondPerCu,
    parts.readsCu > 0 && limits.readsPerSecondPerCu,
  ].filter((rate) => rate !== false)
}

interface Overlap {
  readonly share: number
  readonly sentence: string
  readonly assumed?: true
}

function overlapOfBulkLoads(load: ComputeLoad): Overlap {
  if (load.bulkLoad === 'concurrent') {
    return { share: 1, sentence: 'Bulk loads run beside the peak, as bulk_load: concurrent says.' }
  }
  if (load.hourlyLoad) return quietestHour(load.hourlyLoad)
  if (load.bulkLoad === 'off_peak') {
    const sentence =
      'Bulk loads run off the peak; without hourly_load the steady load is taken to rest then.'
    return { share: 0, sentence, assumed: true }
  }
  const sentence = 'Bulk loads run beside the peak, because nothing says that they avoid it.'
  return { share: 1, sentence }
}

function quietestHour(shares: readonly number[]): Overlap {
  const share = Math.min(...shares)
  const hour = String(shares.indexOf(share)).padStart(2, '0')
  const percent = formatNumber(share * 100)
  const sentence = `Bulk loads run in the quietest hour (${hour}:00, ${percent} % of the peak).`
  return { share, sentence }
}

const OFF_PEAK_WITHOUT_PROFILE: SizingIssue = {
  ruleId: 'LB010',
  level: 'warn',
  message: 'bulk_load is off_peak, but hourly_load does not say how quiet it is off the peak',
  hint: 'give hourly_load; until then no steady load is counted while bulk loads run',
  subject: 'rate',
}
