import type { Lambda } from '../ast/expression.js'
import type { Parser } from './parser.js'

/** `x -> …` or `(x, y) -> …`; undefined when something else stands here. */
export function parseLambda(parser: Parser): Lambda | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  const parameters = lambdaParameters(parser)
  if (parameters === undefined) return undefined
  cursor.needSymbol('->')
  const body = parser.expression()
  return { kind: 'lambda', parameters, body, start: first.start, end: cursor.end() }
}

function lambdaParameters({ cursor }: Parser): readonly string[] | undefined {
  const start = cursor.position()
  if (cursor.atSymbol('->', 1)) {
    const name = cursor.takeName()
    return name === undefined ? undefined : [name]
  }
  if (!cursor.takeSymbol('(')) return undefined
  const names: string[] = []
  do {
    const name = cursor.takeName()
    if (name === undefined) break
    names.push(name)
  } while (cursor.takeSymbol(','))
  if (names.length > 0 && cursor.takeSymbol(')') && cursor.atSymbol('->')) return names
  cursor.reset(start)
  return undefined
}
