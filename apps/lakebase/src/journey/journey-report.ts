import type { Exit } from '@lakebase/cli-kit'
import type { GenerationReport } from 'cli-bundle/parts'
import type { ConversionReport } from 'cli-convert/parts'
import type { EstimateReport } from 'cli-estimate/parts'
import type { PartFinding } from '../findings/part-finding.js'
import type { JourneyLoadTest } from './load-test/journey-load-test.js'

/**
 * A workload from its file to its bundle and its queries: what `report --json` prints, what lies in
 * `report.html`, and all that the renderers read. Version 1; fields are added, never changed.
 */
export interface JourneyReport {
  /** Marks files that a later run may replace. */
  readonly generator: string
  /** Of this tool. */
  readonly version: string
  readonly ok: boolean
  readonly schemaVersion: 1
  /** ISO time. */
  readonly generatedAt: string
  readonly name: string
  /** The workload file, as the user named it. */
  readonly config: string
  /** True when names and texts were taken out, to be shared. */
  readonly anonymized: boolean
  readonly steps: readonly JourneyStep[]
  /** Of all parts, each once. */
  readonly findings: readonly PartFinding[]
  readonly estimate: EstimateReport
  /** Absent when no bundle can be made; the findings say why. */
  readonly bundle?: JourneyBundle
  /** Absent without queries. */
  readonly conversion?: ConversionReport
  /** Absent unless a database was loaded, or a run was handed in. */
  readonly loadTest?: JourneyLoadTest
  readonly exit: Exit
}

/** One step, told in a line. */
export interface JourneyStep {
  readonly id: 'check' | 'size' | 'compute' | 'cost' | 'bundle' | 'convert' | 'load' | 'indexes'
  readonly title: string
  readonly status: 'done' | 'attention' | 'skipped'
  /** The answer: `8–24 CU`. */
  readonly answer: string
  readonly detail: string
}

export interface JourneyBundle {
  /** As the user named it; absent when it was made in memory only. */
  readonly folder?: string
  readonly product: GenerationReport['product']
  readonly files: GenerationReport['files']
  /** How many rules of the linter the files were checked against. */
  readonly rules: number
}
