import * as v from 'valibot'
import { AdviseError } from '../advise-error.js'
import { ask } from '../catalog/ask.js'
import { loadGrammar } from '../grammar/parse.js'
import { qualifiedName, quoteName } from '../quote.js'
import type { RunSql } from '../run-sql.js'
import {
  hasExpression,
  type IndexStatement,
  readIndexStatement,
  sameIndex,
} from './index-statement.js'

export interface ApplyOptions {
  /** Also statements without CONCURRENTLY, during which writes to the table wait. Default false. */
  readonly allowLocks?: boolean
  readonly signal?: AbortSignal
  /** Before each statement, and once at the end. */
  readonly onProgress?: (progress: ApplyProgress) => void
}

export interface ApplyProgress {
  readonly done: number
  readonly total: number
  /** The index that is made now. */
  readonly name?: string
}

export interface AppliedIndex {
  readonly name: string
  readonly schema: string
  readonly table: string
  /** `exists`: the same index was there, valid. */
  readonly outcome: 'created' | 'exists'
  readonly bytes: number
}

/**
 * Creates indexes, one statement after the other, outside of a transaction, and looks whether each is
 * valid. A table that gets an index of an expression is analyzed. Every statement is read by PostgreSQL's grammar before the first is run: each must be exactly
 * one CREATE INDEX. What was created before an error stays.
 *
 * @throws AdviseError NOT_AN_INDEX, SYNTAX, WOULD_LOCK (nothing was run); NAME_TAKEN, INVALID_INDEX
 */
export async function applyAdvice(
  statements: readonly string[],
  runSql: RunSql,
  { allowLocks = false, signal, onProgress }: ApplyOptions = {},
): Promise<readonly AppliedIndex[]> {
  const grammar = await loadGrammar()
  const indexes = statements.map((sql) => readIndexStatement(grammar, sql, allowLocks))
  const applied: AppliedIndex[] = []
  for (const [done, index] of indexes.entries()) {
    signal?.throwIfAborted()
    onProgress?.({ done, total: indexes.length, name: index.name })
    const before = await find(runSql, index)
    if (before?.index) checkIsSame(index, before.index, await readDefinition(before.index))
    else await create(runSql, index)
    const after = await find(runSql, index)
    if (!after?.index?.isValid) throw leftBehind(index, 'it was created and is not valid')
    // Until then the planner guesses how selective an expression is, and may not use the index.
    if (!before?.index && hasExpression(index)) {
      await runSql(`ANALYZE ${qualifiedName({ schema: after.schema, name: after.table })}`)
    }
    applied.push({
      name: index.name,
      schema: after.schema,
      table: after.table,
      outcome: before?.index ? 'exists' : 'created',
      bytes: after.index.bytes,
    })
  }
  onProgress?.({ done: indexes.length, total: indexes.length })
  return applied

  async function readDefinition({ definition }: FoundIndex): Promise<IndexStatement> {
    return readIndexStatement(grammar, definition, true)
  }
}

const foundSchema = v.nullable(
  v.object({
    schema: v.string(),
    table: v.string(),
    index: v.nullable(
      v.object({ isValid: v.boolean(), bytes: v.number(), definition: v.string() }),
    ),
  }),
)

type FoundIndex = NonNullable<NonNullable<v.InferOutput<typeof foundSchema>>['index']>

const FIND_SQL = `
SELECT (SELECT json_build_object('schema', n.nspname, 'table', t.relname, 'index', (
    SELECT json_build_object(
      'isValid', coalesce(i.indisvalid, false),
      'bytes', CASE WHEN x.relkind = 'i' THEN pg_catalog.pg_relation_size(x.oid) ELSE 0 END,
      'definition', coalesce(pg_catalog.pg_get_indexdef(i.indexrelid), ''))
    FROM pg_catalog.pg_class x LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = x.oid
    WHERE x.relname = $2 AND x.relnamespace = t.relnamespace))
  FROM pg_catalog.pg_class t JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
  WHERE t.oid = pg_catalog.to_regclass($1))::text AS answer`

/** The index's table, and what has its name there. */
function find(runSql: RunSql, { name, schema, table }: IndexStatement) {
  const target = schema === undefined ? quoteName(table) : qualifiedName({ schema, name: table })
  return ask(runSql, foundSchema, FIND_SQL, [target, name])
}

function checkIsSame(index: IndexStatement, found: FoundIndex, existing: IndexStatement): void {
  if (!sameIndex(index, existing)) {
    throw new AdviseError(
      'NAME_TAKEN',
      `${index.name} is another index: ${found.definition}. IF NOT EXISTS would have skipped yours without a word; give it another name.`,
    )
  }
  if (!found.isValid) throw leftBehind(index, 'an invalid index of this name is there already')
}

async function create(runSql: RunSql, index: IndexStatement): Promise<void> {
  try {
    await runSql(index.sql)
  } catch (error) {
    const found = await find(runSql, index).catch(() => undefined)
    if (found?.index && !found.index.isValid) {
      throw leftBehind(index, error instanceof Error ? error.message : String(error), error)
    }
    throw error
  }
}

/** A CREATE INDEX CONCURRENTLY that fails leaves an index that costs writes and serves nothing. */
function leftBehind(index: IndexStatement, why: string, cause?: unknown): AdviseError {
  const { schema, name } = index
  const full = schema === undefined ? quoteName(name) : qualifiedName({ schema, name })
  return new AdviseError(
    'INVALID_INDEX',
    `${name}: ${why}. Remove it with "DROP INDEX CONCURRENTLY ${full}" and try again; a long transaction is the usual cause.`,
    cause === undefined ? {} : { cause },
  )
}
