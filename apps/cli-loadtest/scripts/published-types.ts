import type { AdviceReport } from '../src/advise/advice-report.js'
import type { ComparisonReport } from '../src/compare/comparison-report.js'
import type { HistoryReport } from '../src/history/history-report.js'
import type { InitReport } from '../src/init/init-report.js'
import type { JobReport } from '../src/job/job-report.js'
import type { LoadtestReport } from '../src/report/loadtest-report.js'
import type { SweepReport } from '../src/sweep/sweep-report.js'

// `pnpm schema` makes a JSON Schema of each: what `--json` prints keeps to it.

export type Advise = AdviceReport
export type Compare = ComparisonReport
export type History = HistoryReport
export type Init = InitReport
export type Job = JobReport
/** Of `merge` too. */
export type Run = LoadtestReport
export type Sweep = SweepReport
