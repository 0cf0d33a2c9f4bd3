import { byteSize, counted, countFindings, decimal, usd } from '@lakebase/cli-kit'
import { workloadRules } from '@lakebase/config'
import { atLeast, cuRange, type EstimateReport } from 'cli-estimate/parts'
import type { JourneyStep } from '../journey-report.js'

/** Check, size, compute and cost, as one estimate tells them. */
export function estimateSteps(report: EstimateReport): readonly JourneyStep[] {
  return [checkStep(report), sizeStep(report), computeStep(report), costStep(report)]
}

function checkStep({ findings, config }: EstimateReport): JourneyStep {
  const said = countFindings(findings)
  const isWrong = findings.some(({ level }) => level === 'error')
  return {
    id: 'check',
    title: 'Check',
    status: isWrong ? 'attention' : 'done',
    answer: said === '' ? 'no findings' : said,
    detail: `${config}, ${workloadRules.length} rules`,
  }
}

const SOURCES = {
  measured: 'measured',
  ddl: 'from columns and row counts',
  config: 'as the file states',
  unknown: 'of unknown size',
} as const

function sizeStep({ tables }: EstimateReport): JourneyStep {
  const sizes = tables.flatMap(({ totalBytes, lowBytes, highBytes }) =>
    totalBytes === undefined
      ? []
      : [{ total: totalBytes, low: lowBytes ?? totalBytes, high: highBytes ?? totalBytes }],
  )
  const sum = (part: 'total' | 'low' | 'high') => sizes.reduce((all, size) => all + size[part], 0)
  const [low, high] = [sum('low'), sum('high')]
  const range = low === high ? '' : `between ${byteSize(low)} and ${byteSize(high)}, `
  const sources = Object.entries(SOURCES).flatMap(([source, words]) => {
    const count = tables.filter((table) => table.source === source).length
    return count === 0 ? [] : [count === tables.length ? words : `${count} ${words}`]
  })
  const isPartial = sizes.length < tables.length
  return {
    id: 'size',
    title: 'Size',
    status: tables.length === 0 ? 'skipped' : isPartial ? 'attention' : 'done',
    answer: tables.length === 0 ? 'no tables' : atLeast(byteSize(sum('total')), !isPartial),
    detail: `${counted(tables.length, 'table')} in Postgres, ${range}${sources.join(', ')}`,
  }
}

function computeStep({ sizing }: EstimateReport): JourneyStep {
  const { minCu, maxCu, neededCu, needs, binding } = sizing
  const list = needs.map(({ limit, cu }) => `${limit} ${decimal(cu, 1)}`).join(', ')
  const detail = `needs ${decimal(neededCu, 1)}${binding === undefined ? '' : `, set by ${binding}`} (${list})`
  if (minCu === undefined || maxCu === undefined) {
    return { id: 'compute', title: 'Compute', status: 'attention', answer: 'no size fits', detail }
  }
  const answer = cuRange(minCu, maxCu)
  return { id: 'compute', title: 'Compute', status: 'done', answer, detail }
}

function costStep({ cost }: EstimateReport): JourneyStep {
  const { list, expected, low, high } = cost.monthly
  const priced = cost.lines.filter(({ status }) => status === 'priced').length
  return {
    id: 'cost',
    title: 'Cost',
    status: cost.complete ? 'done' : 'attention',
    answer: `${atLeast(usd(expected), cost.complete)} a month`,
    detail: `list ${usd(list)}, between ${usd(low)} and ${usd(high)}, ${priced} of ${cost.lines.length} lines priced`,
  }
}
