import type { SarifFinding } from '@lakebase/cli-kit'

/** The parts of a journey that a finding may be about. */
export type Part = 'workload' | 'bundle' | 'queries'

/** A finding of one of several parts. */
export interface PartFinding extends SarifFinding {
  readonly part: Part
}
