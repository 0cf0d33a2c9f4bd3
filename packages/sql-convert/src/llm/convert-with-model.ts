import type { SchemaTable } from '../catalog/schema-table.js'
import { mentionedFunctions } from '../compat/mentioned-functions.js'
import type { ConvertedStatement, Diagnostic } from '../convert/converted-statement.js'
import type { ConversionResult } from '../convert/converter.js'
import type { Explain } from '../verify/explain/explain.js'
import type { ModelAttempt } from './attempt.js'
import type { AskModel } from './chat.js'
import { type Tried, tryStatement } from './try-statement.js'

export interface ModelOptions {
  /** `chat` of `@lakebase/workspace`, or any function that asks a model. */
  readonly chat: AskModel
  /** Where answers are planned; see `explainWith` of `@lakebase/sql-convert/verify`. */
  readonly explain: Explain
  /** Name of the endpoint. Default: the chat's own. */
  readonly model?: string
  /** Questions for one statement, at most. Default 3. */
  readonly maxTries?: 1 | 2 | 3
  /** Longest answer, in tokens. Default 4,000. */
  readonly maxTokens?: number
  /** Tables that no statement of the script creates; those that a statement names are told. */
  readonly schema?: readonly SchemaTable[]
  /** Lets time pass, for endpoints that ask to wait. Without it a limit ends the asking. */
  readonly wait?: (ms: number) => Promise<void>
}

export interface ModelConversion extends ConversionResult {
  readonly statements: readonly ModelStatement[]
}

/** A statement, and who converted it; every question that was asked for it. */
export type ModelStatement = ConvertedStatement & {
  readonly origin: 'model' | 'rules'
  readonly attempts: readonly ModelAttempt[]
}

/**
 * Asks a model about the statements that the rules refuse (`unsupported`, `parse_error`), one after the
 * other. An answer is taken only when PostgreSQL's grammar, the census of clauses and EXPLAIN agree;
 * else it is told why, up to three times. What is taken has `origin: 'model'`, the status
 * `converted_by_model` and a warning; all else stays as the rules left it, with what came of each question.
 *
 * @param text the script that was converted
 * @param result what the converter gave for it
 * @throws what the chat throws when it is aborted, and `explain` when its connection is lost
 */
export async function convertWithModel(
  text: string,
  { statements }: ConversionResult,
  options: ModelOptions,
): Promise<ModelConversion> {
  const done: ModelStatement[] = []
  let isStopped = false
  for (const statement of statements) {
    if (statement.status !== 'unsupported' && statement.status !== 'parse_error') {
      done.push({ ...statement, origin: 'rules', attempts: [] })
      continue
    }
    const tried: Tried = isStopped ? STOPPED : await tryOne(text, statement, done, options)
    isStopped ||= tried.isStopped
    done.push(concluded(statement, tried, options.model))
  }
  const names = done.flatMap(({ compatFunctions }) => compatFunctions)
  return { statements: done, compatFunctions: [...new Set(names)] }
}

const STOPPED: Tried = {
  attempts: [{ outcome: 'not asked', message: 'the endpoint did not answer for one before' }],
  parameters: [],
  isStopped: true,
}

function tryOne(
  text: string,
  statement: ConvertedStatement,
  before: readonly ModelStatement[],
  { chat, explain, model, maxTries = 3, maxTokens = 4_000, schema = [], wait }: ModelOptions,
): Promise<Tried> {
  return tryStatement(text, statement, {
    chat,
    explain,
    maxTries,
    maxTokens,
    schema,
    before: before.filter(({ kind, sql }) => /^(?:create|alter|drop)/.test(kind) && sql.length > 0),
    ...(model !== undefined && { model }),
    ...(wait && { wait }),
  })
}

function concluded(
  statement: ConvertedStatement,
  { attempts, parameters }: Tried,
  model: string | undefined,
): ModelStatement {
  const last = attempts.at(-1)
  const { start, end } = statement
  if (last?.outcome === 'accepted' && last.sql !== undefined) {
    const message = `Converted by ${model ?? 'a model'}, not by rules: grammar, census and EXPLAIN agree, the rows are not compared.`
    return {
      ...statement,
      status: 'converted_by_model',
      origin: 'model',
      sql: [last.sql],
      semantics: 'approximate',
      compatFunctions: mentionedFunctions(last.sql),
      parameters,
      diagnostics: [{ code: 'SQ031', severity: 'warning', message, span: { start, end } }],
      attempts,
    }
  }
  const tries = attempts.map(({ outcome, message }, at) => `${at + 1}. ${outcome}: ${message}`)
  const diagnostic: Diagnostic = {
    code: 'SQ030',
    severity: 'error',
    message: `No answer of ${model ?? 'the model'} was accepted: ${tries.join('; ')}`,
    span: { start, end },
  }
  return {
    ...statement,
    origin: 'rules',
    diagnostics: [...statement.diagnostics, diagnostic],
    attempts,
  }
}
