import { LoadtestError } from '../loadtest-error.js'
import { formatReport, parseReport } from '../report/parse/parse-report.js'
import { findRun } from './find-run.js'
import type { RunHistory } from './run-history.js'
import { runId } from './run-id.js'

/** Runs one statement with `$1`, `$2`, … as texts. */
export type RunHistorySql = (
  statement: string,
  parameters: readonly string[],
) => Promise<readonly Readonly<Record<string, unknown>>[]>

const TABLE = 'lakebase_loadtest.run'
const EXISTS = `SELECT to_regclass('${TABLE}') IS NOT NULL AS is_there`
const CREATE_SCHEMA = 'CREATE SCHEMA IF NOT EXISTS lakebase_loadtest'
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS ${TABLE} (
  id text PRIMARY KEY,
  started_at timestamptz NOT NULL,
  scenario text NOT NULL,
  report jsonb NOT NULL
)`
// Parameters are texts whatever the driver makes of a jsonb.
const INSERT = `INSERT INTO ${TABLE} (id, started_at, scenario, report)
VALUES ($1::text, $2::text::timestamptz, $3::text, $4::text::jsonb)
ON CONFLICT (id) DO NOTHING`
const LIST = `SELECT id FROM ${TABLE} ORDER BY started_at DESC, id COLLATE "C" DESC`
const READ = `SELECT report::text AS report FROM ${TABLE} WHERE id = $1::text`

/**
 * Reports in the table `lakebase_loadtest.run`, which the first `save` creates with its schema; the
 * user needs CREATE on the database for that once. Reading creates nothing.
 */
export function tableHistory(runSql: RunHistorySql): RunHistory {
  const isThere = async () => (await runSql(EXISTS, []))[0]?.is_there === true
  const list = async () => {
    if (!(await isThere())) return []
    return (await runSql(LIST, [])).map(({ id }) => textOf(id))
  }
  return {
    list,
    save: async (report) => {
      const text = formatReport(report)
      const id = runId(report, text)
      if (!(await isThere())) {
        await runSql(CREATE_SCHEMA, [])
        await runSql(CREATE_TABLE, [])
      }
      await runSql(INSERT, [id, report.startedAt, report.scenario.name, text])
      return id
    },
    find: async (text) => {
      const id = findRun(await list(), text)
      const [row] = await runSql(READ, [id])
      if (row === undefined)
        throw new LoadtestError('HISTORY', `Run ${id} was removed while it was looked up`)
      return parseReport(textOf(row.report), `${TABLE} ${id}`)
    },
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  throw new LoadtestError('HISTORY', `Expected a text from ${TABLE}, found ${typeof value}`)
}
