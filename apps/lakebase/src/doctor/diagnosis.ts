import type { Exit } from '@lakebase/cli-kit'

/** What one test told. */
export interface Diagnosis {
  readonly test: string
  readonly status: 'good' | 'bad' | 'doubtful' | 'skipped'
  readonly said: string
  /** The GRANT to run, or the command, or the setting. */
  readonly cure?: string
  /** Of what is bad: 4 is about who one is, 5 about the way there. */
  readonly exitCode?: 4 | 5
}

/** What `doctor --json` prints. Version 1; fields are added, never changed. */
export interface DoctorReport {
  readonly ok: boolean
  readonly schemaVersion: 1
  readonly diagnoses: readonly Diagnosis[]
  readonly exit: Exit
}
