import { type PostgresStatement, parsePostgres } from './parse-postgres.js'
import { bodyOf, child, isTree, kindOf, list, type Tree, text } from './tree.js'

/**
 * Statements, and those within the bodies of functions in SQL that are given as text.
 *
 * @throws GrammarError
 */
export async function withBodies(
  statements: readonly PostgresStatement[],
): Promise<readonly PostgresStatement[]> {
  const bodies = statements.map(({ kind, tree }) =>
    kind === 'CreateFunctionStmt' && languageOf(tree) === 'sql' ? bodyText(tree) : undefined,
  )
  const inner = await Promise.all(
    bodies.map((body) => (body === undefined ? [] : parsePostgres(body))),
  )
  return [...statements, ...inner.flat()]
}

/** The language of CREATE FUNCTION or DO; PL/pgSQL is that of DO without one. */
export function languageOf(tree: Tree): string {
  return text(bodyOf(option(tree, 'language'), 'String') ?? {}, 'sval')
}

export function bodyText(tree: Tree): string | undefined {
  const value = option(tree, 'as')
  if (!value) return undefined
  const [kind, body] = kindOf(value)
  const string = kind === 'List' ? child(list(body, 'items')[0] ?? {}, 'String') : body
  return string && text(string, 'sval')
}

function option(tree: Tree, name: string): Tree | undefined {
  const options = [...list(tree, 'options'), ...list(tree, 'args')]
  const found = options
    .map((one) => bodyOf(one, 'DefElem') ?? {})
    .find((one) => text(one, 'defname') === name)
  const value = found?.arg
  return isTree(value) ? value : undefined
}
