import type { Exit, PrintableFinding } from '@lakebase/cli-kit'
import type { DiffDocument, GenerationReport, LintReport, PreflightReport } from 'cli-bundle/parts'
import type { ConversionReport } from 'cli-convert/parts'
import type { EstimateReport, RatesDiff } from 'cli-estimate/parts'
import type { ActualReport } from '../actual/actual-report.js'
import type { CheckReport } from '../check/check-report.js'
import type { SettingsReport } from '../config/run-show.js'
import type { DoctorReport } from '../doctor/diagnosis.js'
import type { Rule } from '../explain/all-rules.js'
import type { InitReport } from '../init/draft.js'
import type { JourneyReport } from '../journey/journey-report.js'
import type { MigrationReport } from '../migrate/migration.js'

// `pnpm schema` makes a JSON Schema of each: what `--json` prints keeps to it.

export type Check = CheckReport
export type Config = SettingsReport
export type Convert = ConversionReport
export type Bundle = GenerationReport
export type BundleChanges = DiffDocument
export type BundleLint = LintReport
export type BundlePreflight = PreflightReport
export type Migrate = MigrationReport
export type Report = JourneyReport
export type Doctor = DoctorReport
export type Actual = ActualReport
export type Init = InitReport
export type Estimate = EstimateReport
export type RateChanges = RatesDiff

/** What `explain --json` prints. */
export interface Explain {
  readonly ok: true
  readonly schemaVersion: 1
  readonly rules: readonly Rule[]
  readonly exit: Exit
}

/** What every command prints with `--json` when it cannot go on. */
export interface Failure {
  readonly ok: false
  readonly errors: readonly PrintableFinding[]
  readonly exit: Exit
}
