import type { PostgresStatement } from '../grammar/parse-postgres.js'
import { bodyOf, child, isTree, list, type Tree, text } from '../grammar/tree.js'

/** How a statement is tried without doing it. */
export type Plan =
  | {
      readonly kind: 'run'
      readonly sql: string
      /** What stands before the statement's own text; undefined where another stands for it. */
      readonly prefix?: string
    }
  | { readonly kind: 'skip'; readonly why: string }

/** Planned by EXPLAIN. */
const PLANNED = new Set(['DeleteStmt', 'InsertStmt', 'MergeStmt', 'SelectStmt', 'UpdateStmt'])

/** Run and rolled back. */
const DEFINITIONS = new Set([
  'AlterTableStmt',
  'CommentStmt',
  'CompositeTypeStmt',
  'CreateDomainStmt',
  'CreateEnumStmt',
  'CreateFunctionStmt',
  'CreateSchemaStmt',
  'CreateSeqStmt',
  'CreateStmt',
  'CreateTrigStmt',
  'DropStmt',
  'RenameStmt',
  'ViewStmt',
])

export function planOf({ kind, tree, text: sql }: PostgresStatement): Plan {
  if (PLANNED.has(kind)) {
    const prefix = hasParameter(tree) ? 'EXPLAIN (GENERIC_PLAN) ' : 'EXPLAIN '
    return { kind: 'run', sql: prefix + sql, prefix }
  }
  if (DEFINITIONS.has(kind)) return { kind: 'run', sql, prefix: '' }
  switch (kind) {
    case 'CreateTableAsStmt':
      return withoutRows(tree, sql)
    case 'IndexStmt':
      return tree.concurrent === true
        ? skip('CREATE INDEX CONCURRENTLY cannot stand in a transaction')
        : { kind: 'run', sql, prefix: '' }
    case 'TruncateStmt':
      return { kind: 'run', sql: `LOCK TABLE ${tablesOf(tree)} IN ACCESS SHARE MODE` }
    case 'VariableSetStmt':
      return text(tree, 'name') === 'search_path'
        ? { kind: 'run', sql, prefix: '' }
        : skip('a setting is not tried')
    default:
      return skip(
        `${kind.replace(/Stmt$/, '')} is not tried: it may run code or outlast a rollback`,
      )
  }
}

function skip(why: string): Plan {
  return { kind: 'skip', why }
}

/** The table is there for the statements behind, its rows are not gathered. */
function withoutRows(tree: Tree, sql: string): Plan {
  if (bodyOf(child(tree, 'query'), 'ExecuteStmt')) return skip('EXECUTE runs a prepared statement')
  const isBare = child(tree, 'into')?.skipData === true
  return { kind: 'run', sql: isBare ? sql : `${sql}\nWITH NO DATA`, prefix: '' }
}

function tablesOf(tree: Tree): string {
  const tables = list(tree, 'relations').map((one) => bodyOf(one, 'RangeVar') ?? {})
  return tables
    .map((one) => [text(one, 'schemaname'), text(one, 'relname')])
    .map((parts) =>
      parts
        .filter((part) => part !== '')
        .map(quoted)
        .join('.'),
    )
    .join(', ')
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function hasParameter(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasParameter)
  if (!isTree(node)) return false
  return 'ParamRef' in node || Object.values(node).some(hasParameter)
}
