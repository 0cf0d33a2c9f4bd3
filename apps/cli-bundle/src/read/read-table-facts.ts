import { readFileSync } from 'node:fs'
import { CliError, fileError, userPath } from '@lakebase/cli-kit'
import * as v from 'valibot'

const Amount = v.pipe(v.number(), v.finite(), v.minValue(0))

const TableFacts = v.record(
  v.string(),
  v.strictObject({
    changeDataFeed: v.exactOptional(v.boolean()),
    columns: v.exactOptional(v.array(v.object({ name: v.string(), type: v.string() }))),
    rows: v.exactOptional(Amount),
    usd: v.exactOptional(Amount),
  }),
)

export type TableFacts = ReadonlyMap<string, v.InferOutput<typeof TableFacts>[string]>

/** What a file says of source tables, by full name; nothing without a file. */
export function readTableFacts(file: string | undefined, cwd: string): TableFacts {
  if (file === undefined) return new Map()
  const parsed = v.safeParse(TableFacts, readJson(file, cwd))
  if (parsed.success) return new Map(Object.entries(parsed.output))
  throw new CliError(
    3,
    parsed.issues.map((issue) => ({
      ruleId: 'TABLES',
      level: 'error',
      message: `${v.getDotPath(issue) ?? 'the file'}: expected ${issue.expected ?? 'something else'}, got ${issue.received}`,
      file,
      hint: 'Write {"main.shop.orders": {"changeDataFeed": true, "columns": [], "rows": 0, "usd": 0}}.',
    })),
  )
}

function readJson(file: string, cwd: string): unknown {
  try {
    return JSON.parse(readFileSync(userPath(file, cwd), 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw fileError('TABLES', `${file} cannot be read as JSON: ${reason}`, undefined, error)
  }
}
