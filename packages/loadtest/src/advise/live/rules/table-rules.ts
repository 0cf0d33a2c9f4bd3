import type { AdviceFinding } from '../../advice.js'
import { qualifiedName } from '../../quote.js'
import { count, megabytes, percent } from '../format.js'
import type { TableFacts } from '../table-facts.js'
import { bloatOf } from './bloat.js'

/** Below these a table is read at once, whatever the plan. */
const LARGE_BYTES = 8 * 1024 ** 2
const FEW_SCANS = 10

/** What is wrong with one table, most important first. */
export function tableFindings(table: TableFacts): readonly AdviceFinding[] {
  return [wraparound, missingStatistics, staleStatistics, neverVacuumed, sequentialScans, bloat]
    .map((rule) => rule(table))
    .flatMap((finding) => finding ?? [])
}

function sequentialScans(table: TableFacts): AdviceFinding | undefined {
  const { scans, scannedRows, bytes, rows } = table
  if (bytes < LARGE_BYTES || scans < FEW_SCANS) return undefined
  const each = scannedRows / scans
  if (each < rows / 2) return undefined
  return {
    ruleId: 'LT201',
    level: 'warn',
    message: `${nameOf(table)} (${megabytes(bytes)}) was read from end to end ${count(scans)} times, ${count(each)} rows each`,
    hint: 'give the queries that do so to advise; a report over the whole table is as it must be',
  }
}

function missingStatistics(table: TableFacts): AdviceFinding | undefined {
  if (table.bytes === 0 || table.columns === 0 || table.columnsWithStatistics !== 0)
    return undefined
  return {
    ruleId: 'LT207',
    level: 'warn',
    message: `${nameOf(table)} has no statistics: its plans are guesses`,
    hint: `ANALYZE ${nameOf(table)}`,
  }
}

function staleStatistics(table: TableFacts): AdviceFinding | undefined {
  const { live, changedSinceAnalyze, analyzedDays, bytes } = table
  if (bytes < LARGE_BYTES || analyzedDays === null || changedSinceAnalyze < live / 4)
    return undefined
  return {
    ruleId: 'LT207',
    level: 'warn',
    message: `${count(changedSinceAnalyze)} rows of ${nameOf(table)} have changed since it was analyzed, of ${count(live)}`,
    hint: `ANALYZE ${nameOf(table)}, and see whether autovacuum keeps up`,
  }
}

function neverVacuumed(table: TableFacts): AdviceFinding | undefined {
  const { dead, live, vacuumedDays, bytes } = table
  if (bytes < LARGE_BYTES) return undefined
  const isDirty = dead > live / 4 && dead > 1_000
  if (vacuumedDays !== null && !isDirty) return undefined
  const dirt = dead > 0 ? `, ${count(dead)} dead rows` : ''
  return {
    ruleId: 'LT208',
    level: isDirty ? 'warn' : 'note',
    message:
      vacuumedDays === null
        ? `${nameOf(table)} was never vacuumed${dirt}: index-only scans look into the table for every row`
        : `${nameOf(table)} has ${count(dead)} dead rows beside ${count(live)} live ones`,
    hint: `VACUUM (ANALYZE) ${nameOf(table)}`,
  }
}

/** Postgres stops taking writes at 2 billion transactions; autovacuum should have acted at a tenth. */
function wraparound(table: TableFacts): AdviceFinding | undefined {
  const { age, freezeMaxAge } = table
  if (age < freezeMaxAge) return undefined
  const limit = 2 ** 31
  return {
    ruleId: 'LT209',
    level: age > limit / 2 ? 'error' : 'warn',
    message: `${nameOf(table)} holds rows ${count(age)} transactions old, ${percent(age / limit)} of the way to where writes stop`,
    hint: `VACUUM (FREEZE) ${nameOf(table)}; look for long transactions, prepared ones and replication slots`,
  }
}

function bloat(table: TableFacts): AdviceFinding | undefined {
  const empty = bloatOf(table)
  if (empty === undefined || empty < LARGE_BYTES / 2 || empty < table.bytes * 0.4) return undefined
  return {
    ruleId: 'LT206',
    level: 'note',
    message: `about ${megabytes(empty)} of the ${megabytes(table.bytes)} of ${nameOf(table)} hold nothing (estimated: rows × mean widths of ANALYZE, against its pages)`,
    hint: 'pgstattuple_approx tells exactly; VACUUM FULL or pg_repack gives the space back, plain VACUUM lets it be used again',
  }
}

function nameOf(table: TableFacts): string {
  return qualifiedName(table)
}
