import { AdviseError } from '../advise-error.js'
import { isTree, list, type Node, nodeOf, number } from './tree.js'

/** One statement as PostgreSQL 17 reads it. */
export interface ParsedStatement {
  readonly node: Node
  readonly text: string
}

/** PostgreSQL's grammar, loaded: from here on nothing waits. */
export interface Grammar {
  /** @throws AdviseError SYNTAX */
  readonly parse: (sql: string) => readonly ParsedStatement[]
  /** The text of a statement, written anew. */
  readonly rewrite: (sql: string) => string
  /** The text of an expression. */
  readonly write: (expression: Node) => string
}

/** Loads the grammar of PostgreSQL 17 (2 MB of WebAssembly), once for the process. */
export async function loadGrammar(): Promise<Grammar> {
  const { deparseSync, loadModule, parseSync } = await import('@libpg-query/parser')
  await loadModule()
  const written = new Map<string, string>()
  return {
    parse: (sql) => statementsOf(sql, parseOrThrow(sql, parseSync)),
    rewrite: (sql) => deparseSync(parseSync(sql)),
    write: (expression) => {
      const key = JSON.stringify(expression)
      const text = written.get(key) ?? deparseSync(selectOf(expression)).replace(/^SELECT\s+/, '')
      written.set(key, text)
      return text
    },
  }
}

function parseOrThrow(sql: string, parseSync: (sql: string) => unknown): unknown {
  if (sql.trim() === '') return {}
  try {
    return parseSync(sql)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new AdviseError('SYNTAX', `PostgreSQL 17 cannot read this: ${error.message}\n${sql}`)
  }
}

function statementsOf(sql: string, result: unknown): readonly ParsedStatement[] {
  const bytes = new TextEncoder().encode(sql)
  const decoder = new TextDecoder()
  return (isTree(result) ? list(result, 'stmts') : []).map((one) => {
    // libpg_query counts bytes of UTF-8; a length of 0 is "up to the end".
    const from = number(one, 'stmt_location')
    const length = number(one, 'stmt_len') || bytes.length - from
    const text = decoder.decode(bytes.subarray(from, from + length)).trim()
    return { node: nodeOf(isTree(one.stmt) ? one.stmt : {}), text }
  })
}

/** The tree of `SELECT expression`, read from JSON as the parser's own trees are. */
function selectOf([kind, body]: Node) {
  const target = { ResTarget: { val: { [kind]: body } } }
  const select = { targetList: [target], limitOption: 'LIMIT_OPTION_DEFAULT', op: 'SETOP_NONE' }
  return JSON.parse(JSON.stringify({ version: 170_004, stmts: [{ stmt: { SelectStmt: select } }] }))
}
