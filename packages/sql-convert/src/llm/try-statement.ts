import type { ConvertedStatement } from '../convert/converted-statement.js'
import { LexError } from '../spark/lex/lex-error.js'
import { parametersIn } from '../verify/census/source/parameters.js'
import { askAgain } from './ask-again.js'
import { askModel, type ModelSettings } from './ask-model.js'
import type { ModelAttempt } from './attempt.js'
import type { ModelMessage } from './chat.js'
import { type Checking, checkAnswer } from './check-answer.js'
import { questionFor, type Surroundings } from './prompt.js'
import { secretIn } from './secret.js'

export interface Trying extends ModelSettings, Checking {
  readonly maxTries: number
  readonly schema: Surroundings['schema']
  /** Lets time pass; without it a limit of the endpoint ends the asking. */
  readonly wait?: (ms: number) => Promise<void>
}

export interface Tried {
  readonly attempts: readonly ModelAttempt[]
  /** What $1, $2, … stand for. */
  readonly parameters: readonly string[]
  /** Nothing more can be asked: the endpoint is busy, refuses us, or is not there. */
  readonly isStopped: boolean
}

/** Asks until an answer is accepted or the tries are used up. */
export async function tryStatement(
  text: string,
  statement: ConvertedStatement,
  trying: Trying,
): Promise<Tried> {
  const source = text.slice(statement.start, statement.end)
  const secret = secretIn(source)
  if (secret !== undefined) return unasked(`the statement holds what looks like ${secret}`)
  if (statement.kind === 'command')
    return unasked(`${statement.kind}: it has no clauses to check by`)
  const parameters = parametersOf(text, statement)
  if (!parameters) return unasked('the statement has no words to check by')
  let messages: readonly ModelMessage[] = questionFor(text, statement, parameters, trying)
  const attempts: ModelAttempt[] = []
  while (attempts.length < trying.maxTries) {
    const asked = await askModel(trying, messages)
    if (asked.kind === 'failure') {
      attempts.push(asked.attempt)
      if (asked.isFinal || !(await waited(asked.attempt, trying)))
        return { attempts, parameters, isStopped: true }
      continue
    }
    const { reply, said } = asked
    const attempt = 'sql' in reply ? await checkAnswer(text, statement, reply.sql, trying) : reply
    attempts.push(attempt)
    if (attempt.outcome === 'accepted' || attempt.outcome === 'declined') break
    messages = [...messages, ...askAgain(said, attempt)]
  }
  return { attempts, parameters, isStopped: false }
}

/** Undefined where the text does not even have words. */
function parametersOf(text: string, statement: ConvertedStatement): readonly string[] | undefined {
  try {
    return parametersIn(text, statement).names
  } catch (error) {
    if (error instanceof LexError) return undefined
    throw error
  }
}

function unasked(message: string): Tried {
  return { attempts: [{ outcome: 'not asked', message }], parameters: [], isStopped: false }
}

/** A limit is waited for as long as the endpoint asks; other failures of the moment need no wait. */
async function waited({ outcome, retryAfterMs }: ModelAttempt, { wait }: Trying): Promise<boolean> {
  if (outcome !== 'rate limit') return true
  if (!wait) return false
  await wait(retryAfterMs ?? WAIT_MS)
  return true
}

/** Where the endpoint does not say how long. */
const WAIT_MS = 5_000
