import type { RunReport } from '../report/run-report.js'

/** Where reports of runs are kept. */
export interface RunHistory {
  /** Keeps a report and returns its id; one that is there already stays as it is. */
  save(report: RunReport): Promise<string>
  /** Ids, newest first. */
  list(): Promise<readonly string[]>
  /**
   * By id, by the beginning of one, or `latest`, `latest~1` for the one before, and so on.
   *
   * @throws LoadtestError `HISTORY` when there is none, or more than one; `REPORT` when it cannot be read.
   */
  find(text: string): Promise<RunReport>
}
