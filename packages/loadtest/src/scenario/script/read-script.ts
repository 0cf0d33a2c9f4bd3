import { error, type Report } from '../findings.js'
import type { ParameterValue } from '../generator.js'
import { withConvertedParameters } from '../headers/converted-parameters.js'
import { readHeaders } from '../headers/read-headers.js'
import type { Script, StatementStep, Step } from '../scenario.js'
import { splitScript } from '../sql/split-statements.js'
import type { SqlText } from '../sql/sql-text.js'
import { type SqlToken, sqlTokens } from '../sql/sql-tokens.js'
import { bindStatement } from './bind-statement.js'
import { checkTransactions } from './check-transactions.js'
import { declareHeaders, declareRows, reportUnusedRows } from './declare-headers.js'
import { pipelinesOf } from './pipelines.js'
import { readMeta } from './read-meta.js'
import { type DeclaredParameter, openScope } from './scope.js'

export interface ScriptSource {
  readonly id: string
  readonly sql: SqlText
  /** Of this script alone; one that no statement uses is an error. */
  readonly parameters: readonly DeclaredParameter[]
  /** Of all scripts of the scenario. */
  readonly sharedParameters: readonly DeclaredParameter[]
  /** pgbench's `-D name=value`, `scale` and the seeds among them. */
  readonly definitions: ReadonlyMap<string, ParameterValue>
  /** Makes parameters of what another tool's files have in their place. */
  readonly rewrite?: (
    tokens: readonly SqlToken[],
    sql: SqlText,
    report: Report,
  ) => readonly SqlToken[]
}

export interface ReadScript {
  readonly script: Pick<Script, 'id' | 'variables' | 'steps'>
  /** Of its `-- WEIGHT` header. */
  readonly weight?: number
  /** Every name that a statement or an expression uses. */
  readonly usedNames: ReadonlySet<string>
}

/** Reads SQL with one statement or several, and pgbench's meta commands between them. */
export function readScript(source: ScriptSource, report: Report): ReadScript {
  const { id, sql } = source
  const { rewrite = (tokens) => tokens } = source
  const written = rewrite(sqlTokens(sql.text), sql, report)
  const headers = readHeaders(written, sql, report)
  const scope = openScope(source)
  const parameters = [...source.parameters, ...declareHeaders(headers, source, scope, report)]
  const tokens = declareRows(headers.rows, written, scope, report)
  const parts = withConvertedParameters(written, splitScript(tokens))
  const pipelines = pipelinesOf()
  const steps: Step[] = []
  for (const part of parts) {
    if (part.kind === 'meta') steps.push(...readMeta(part.token, sql, scope, pipelines, report))
    else steps.push(readStatement(part.tokens))
  }
  if (pipelines.current() !== undefined) {
    report(error('LT011', '\\startpipeline without \\endpipeline', wholeText(sql)))
  }
  reportTokens(tokens, sql, report)
  reportUnused(id, parameters, scope.usedNames(), report)
  reportUnusedRows(headers.rows, scope.usedNames(), report)
  checkTransactions(parts, sql, report)
  const named = withIds(steps, id)
  if (!named.some(({ kind }) => kind === 'statement')) {
    report(error('LT005', `"${id}" has no statement`, wholeText(sql)))
  }
  return {
    script: { id, variables: scope.variables, steps: [...scope.draws, ...named] },
    ...(headers.weight === undefined ? {} : { weight: headers.weight }),
    usedNames: scope.usedNames(),
  }

  function readStatement(part: readonly SqlToken[]): StatementStep {
    reportCopy(part, sql, report)
    const pipeline = pipelines.current()
    const bound = bindStatement(part, sql, scope, report)
    const statement = {
      kind: 'statement',
      id: part[0]?.text.toUpperCase() ?? '',
      ...bound,
    } as const
    return pipeline === undefined ? statement : { ...statement, pipeline }
  }
}

/** `2 UPDATE` for the second statement of a script; of a single one the script's own id. */
function withIds(steps: readonly Step[], id: string): readonly Step[] {
  const alone = steps.filter(({ kind }) => kind === 'statement').length === 1
  let count = 0
  return steps.map((step) => {
    if (step.kind !== 'statement') return step
    count += 1
    return { ...step, id: alone ? id : `${count} ${step.id}` }
  })
}

function reportUnused(
  id: string,
  parameters: readonly DeclaredParameter[],
  used: ReadonlySet<string>,
  report: Report,
): void {
  for (const { name, place } of parameters) {
    if (used.has(name)) continue
    const hint = `Use it in the SQL as :${name}, or take it out.`
    report(error('LT004', `no statement of "${id}" uses the parameter "${name}"`, place, { hint }))
  }
}

function reportTokens(tokens: readonly SqlToken[], sql: SqlText, report: Report): void {
  for (const { kind, open, start, end } of tokens) {
    if (!open) continue
    const what = { comment: 'comment', quoted: 'quoted name' }[kind === 'comment' ? kind : 'quoted']
    const name = kind === 'string' ? 'string' : what
    report(error('LT005', `the ${name} has no end`, sql.place(start, end)))
  }
}

function reportCopy(tokens: readonly SqlToken[], sql: SqlText, report: Report): void {
  const [first] = tokens
  if (first?.text.toUpperCase() !== 'COPY') return
  const stream = tokens.find(({ text }) => /^STD(?:IN|OUT)$/i.test(text))
  if (!stream) return
  const hint = 'Write INSERT or SELECT, which is what an application sends.'
  report(
    error('LT005', 'COPY from or to the client cannot be run', sql.place(first.start, stream.end), {
      hint,
    }),
  )
}

function wholeText(sql: SqlText) {
  return sql.place(0, sql.text.length)
}
