// What the suite `lakebase` takes of this app beside its commands.
export { estimateOptions } from './commands/estimate-options.js'
export { makeEstimate } from './make-estimate.js'
export type { EstimateReport } from './report/estimate-report.js'
