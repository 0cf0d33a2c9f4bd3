import type { Exit, PrintableFinding } from '@lakebase/cli-kit'
import type { ConversionStatus, ConvertedStatement } from '@lakebase/sql-convert'
import type { Verification } from '@lakebase/sql-convert/verify'

/** What a run did: the JSON report, and what every other report is made of. */
export interface ConversionReport {
  readonly ok: boolean
  /** Raised when a field changes its meaning or goes; a new field does not raise it. */
  readonly schemaVersion: 1
  readonly generator: string
  readonly version: string
  /** ISO 8601, UTC. */
  readonly generatedAt: string
  /** The version of PostgreSQL that is written for. */
  readonly postgres: 17
  readonly summary: Summary
  readonly files: readonly ReportFile[]
  readonly compat: CompatNeed
  /** Missing where nothing was checked. */
  readonly checks?: Checks
  /** Those of all statements, most important first. */
  readonly findings: readonly StatementFinding[]
  readonly exit: Exit
}

export interface Summary {
  readonly files: number
  readonly statements: number
  readonly byStatus: Readonly<Record<ConversionStatus, number>>
  /** Statements that are needed and have no conversion. */
  readonly notConverted: number
  /** Converted ones whose values may differ. */
  readonly approximate: number
}

/** Functions of `spark_compat` that the converted statements call. */
export interface CompatNeed {
  readonly functions: readonly string[]
  /** The file that creates them, where one was to be written. */
  readonly file?: string
}

/** How the converted statements were checked. */
export interface Checks {
  readonly grammar: CheckCounts
  /** Joins, conditions, keys, limits, parameters and columns of source and result agree. */
  readonly census: CheckCounts
  readonly explain: CheckCounts & {
    /** Not planned, because a table was not there; among `skipped`. */
    readonly withoutTable: number
  }
}

export interface CheckCounts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export interface ReportFile {
  readonly source: string
  readonly target?: string
  readonly change?: FileChange
  readonly text: string
  readonly statements: readonly ReportStatement[]
}

/** What became of a file on disk. */
export type FileChange = 'changed' | 'new' | 'unchanged'

export interface ReportStatement {
  /** Counted from 1 within the file. */
  readonly number: number
  readonly kind: string
  readonly status: ConversionStatus
  readonly semantics: ConvertedStatement['semantics']
  /** In UTF-16 units from the beginning of the file. */
  readonly offset: number
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly source: string
  readonly sql: readonly string[]
  /** What `$1`, `$2`, … were in the source. */
  readonly parameters: readonly string[]
  readonly compatFunctions: readonly string[]
  readonly findings: readonly StatementFinding[]
  readonly verification?: Verification
}

/** A diagnostic with its place in the file; `length` may reach over the end of the line. */
export interface StatementFinding extends PrintableFinding {
  readonly file: string
  /** In UTF-16 units from the beginning of the file. */
  readonly offset: number
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly length: number
  readonly excerpt: string
}
