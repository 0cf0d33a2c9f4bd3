import type { Finding, PlainTable, SyncedTable, Workload, YamlSource } from '@lakebase/config'
import { StorageInputError, type TableSize } from '@lakebase/sizer'
import type { KnownSize, KnownSizes } from './known-size.js'
import { predictSize, statedEvidence } from './predict-size.js'

/** Sizes with what could not be sized, and why. */
export interface FoundSizes {
  readonly sizes: KnownSizes
  readonly findings: readonly Finding[]
}

/**
 * Predicts the size of each table from its columns and rows. Where the file states a size that is
 * taken, unless the columns come from DDL that the user gave for this; a table measured needs none of it.
 */
export function predictedSizes(
  workload: Workload,
  source: YamlSource,
  fromDdl: boolean,
  measured: KnownSizes,
): FoundSizes {
  const sizes = new Map<string, KnownSize>()
  const findings: Finding[] = []
  for (const table of [...workload.sync.tables, ...workload.tables]) {
    const { rows, columns } = table
    if (measured.has(table.name) || columns.length === 0) continue
    if (table.sizeGb !== undefined && !fromDdl) continue
    if (rows === undefined) {
      findings.push(notSized(table, source, 'rows is missing'))
      continue
    }
    try {
      const size = predictSize(table, { rows, columns, evidence: statedEvidence(columns) })
      sizes.set(table.name, knownSize(size, rows, 'ddl'))
    } catch (error) {
      if (!(error instanceof StorageInputError)) throw error
      findings.push(notSized(table, source, error.message))
    }
  }
  return { sizes, findings }
}

export function knownSize(size: TableSize, rows: number, source: KnownSize['source']): KnownSize {
  const { heapBytes, toastBytes, totalBytes, lowBytes, highBytes, why } = size
  const indexBytes = size.indexes.reduce((sum, index) => sum + index.bytes, 0)
  return { source, rows, heapBytes, toastBytes, indexBytes, totalBytes, lowBytes, highBytes, why }
}

function notSized(table: SyncedTable | PlainTable, source: YamlSource, why: string): Finding {
  return {
    ruleId: 'LB055',
    level: 'warn',
    message: `${table.name} is not sized from its columns: ${why}`,
    ...source.locate(table.at),
  }
}
