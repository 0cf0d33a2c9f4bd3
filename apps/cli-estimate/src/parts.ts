// What the suite `lakebase` takes of this app beside its commands.
export { estimateOptions } from './commands/estimate-options.js'
export { makeEstimate } from './make-estimate.js'
export { atLeast, cuRange } from './render/format.js'
export { chart as chartCss } from './render/html/css/chart.js'
export { estimateSections } from './render/html/estimate-sections.js'
export { headline as estimateHeadline } from './render/html/sections/headline.js'
export type { EstimateReport } from './report/estimate-report.js'
export type { RatesDiff } from './report/rates-diff.js'
