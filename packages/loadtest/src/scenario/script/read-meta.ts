import { nearest } from '@lakebase/config'
import { expressionType } from '../expression-type.js'
import { error, type Report } from '../findings.js'
import type { Expression, Generator } from '../generator.js'
import { ExpressionError } from '../pgbench/expression-error.js'
import {
  firstWord,
  type MetaArgument,
  type MetaCommand,
  metaCommand,
} from '../pgbench/meta-command.js'
import { parseExpression } from '../pgbench/parse-expression.js'
import { setGenerator } from '../pgbench/set-generator.js'
import type { Step } from '../scenario.js'
import type { SqlText } from '../sql/sql-text.js'
import type { SqlToken } from '../sql/sql-tokens.js'
import type { Pipelines } from './pipelines.js'
import type { Scope } from './scope.js'

const UNITS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000 }
const NO_BRANCHES = 'Write a script for each case, with the weight of the case.'
const WHY_NOT: Readonly<Record<string, string>> = {
  gset: 'Results are not read, so that the client stays fast. Draw the value by a parameter, such as column.',
  aset: 'Results are not read, so that the client stays fast. Draw the value by a parameter, such as column.',
  if: NO_BRANCHES,
  elif: NO_BRANCHES,
  else: NO_BRANCHES,
  endif: NO_BRANCHES,
  shell: 'No command of the shell is run from a script.',
  setshell: 'No command of the shell is run from a script. Draw the value by a parameter.',
}

/** One of pgbench's meta commands; what has no counterpart here is a finding, never skipped in silence. */
export function readMeta(
  token: SqlToken,
  source: SqlText,
  scope: Scope,
  pipelines: Pipelines,
  report: Report,
): readonly Step[] {
  const command = metaCommand(token)
  const place = source.place(command.start, command.end)
  switch (command.name) {
    case 'set':
      return readSet(command, source, scope, report)
    case 'sleep':
      return readSleep(command, source, scope, report)
    case 'startpipeline':
    case 'endpipeline':
    case 'syncpipeline': {
      const problem = pipelines[command.name]()
      if (problem) report(error('LT011', problem, place))
      return []
    }
  }
  const hint = Object.hasOwn(WHY_NOT, command.name) ? WHY_NOT[command.name] : undefined
  const known = '\\set, \\sleep, \\startpipeline, \\syncpipeline, \\endpipeline'
  const message = `\\${command.name} ${hint ? 'does nothing here' : 'is no meta command'}`
  report(error('LT011', message, place, hint ? { hint } : { expected: known }))
  return []
}

function readSet(
  { rest }: MetaCommand,
  source: SqlText,
  scope: Scope,
  report: Report,
): readonly Step[] {
  const { word: name, rest: text } = firstWord(rest)
  if (!/^[\w\u0080-\uffff]+$/.test(name) || text.text === '') {
    const place = source.place(rest.start, rest.start + rest.text.length)
    report(error('LT012', '\\set takes a name and an expression', place))
    return []
  }
  const generator = readExpression(text, source, scope, report)
  // The name is known from here on, so that one mistake is told once.
  const type = generator ? expressionType(generator) : 'null'
  return [
    {
      kind: 'set',
      slot: scope.addTyped(name, type),
      generator: generator ? setGenerator(generator) : { kind: 'constant', value: null },
    },
  ]
}

function readExpression(
  argument: MetaArgument,
  source: SqlText,
  scope: Scope,
  report: Report,
): Expression | undefined {
  try {
    return parseExpression(argument.text, scope.expressionOf)
  } catch (reason) {
    if (!(reason instanceof ExpressionError)) throw reason
    const { message, start, end, hint, unknown } = reason
    const place = source.place(argument.start + start, argument.start + Math.max(end, start + 1))
    const meant = unknown === undefined ? undefined : nearest(unknown, scope.known())
    report(
      error('LT012', message, place, {
        ...(hint === undefined ? {} : { hint }),
        ...(meant === undefined ? {} : { suggestion: `:${meant}` }),
      }),
    )
    return undefined
  }
}

function readSleep(
  { rest }: MetaCommand,
  source: SqlText,
  scope: Scope,
  report: Report,
): readonly Step[] {
  const match = /^(:?\w+?)\s*(us|ms|s|)$/.exec(rest.text)
  const factor = match ? UNITS[match[2] || 's'] : undefined
  const place = source.place(rest.start, rest.start + Math.max(rest.text.length, 1))
  if (!match || factor === undefined || !/^(?::\w+|\d+)$/.test(match[1] ?? '')) {
    report(error('LT012', '\\sleep takes a number and us, ms or s', place))
    return []
  }
  const ms = sleepGenerator(
    { text: match[1] ?? '', start: rest.start },
    factor,
    source,
    scope,
    report,
  )
  return ms ? [{ kind: 'sleep', ms }] : []
}

function sleepGenerator(
  argument: MetaArgument,
  factor: number,
  source: SqlText,
  scope: Scope,
  report: Report,
): Generator | undefined {
  if (!argument.text.startsWith(':'))
    return { kind: 'constant', value: Number(argument.text) * factor }
  const product = { text: `${argument.text} * ${factor}`, start: argument.start }
  const expression = readExpression(product, source, scope, report)
  return expression && setGenerator(expression)
}
