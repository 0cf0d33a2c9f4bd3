import type { AttemptOutcome } from './attempt.js'
import type { ModelReply } from './chat.js'

/** The SQL of an answer, or why there is none. */
export type ReadReply =
  | { readonly sql: string }
  | {
      readonly outcome: Extract<
        AttemptOutcome,
        'declined' | 'empty' | 'no sql' | 'several statements' | 'truncated'
      >
      readonly message: string
    }

/** Finds the one statement that a model answers: as JSON, in a fence with or without talk around it, or bare. */
export function readReply(reply: ModelReply): ReadReply {
  const text = textOf(reply)
  if (reply.isTruncated === true || reply.finishReason === 'length') {
    return { outcome: 'truncated', message: 'the answer breaks off at the limit of tokens' }
  }
  if (text === '') return { outcome: 'empty', message: 'the answer is empty' }
  return fromJson(text) ?? fromFences(text) ?? fromText(text)
}

/** Blocks joined, thoughts left out. */
function textOf({ text }: ModelReply): string {
  const whole =
    typeof text === 'string'
      ? text
      : text.map((block) => (block.type === 'text' ? (block.text ?? '') : '')).join('')
  return whole.replace(/<(think|thinking)>[\s\S]*?<\/\1>/gi, '').trim()
}

/** `{"sql": "…"}` or `{"sql": null, "why": "…"}`, alone, fenced, or with talk around it. */
function fromJson(text: string): ReadReply | undefined {
  const value = parsed(text) ?? parsed(/\{[\s\S]*\}/.exec(text)?.[0] ?? '')
  if (value === undefined || !('sql' in value)) return undefined
  if (typeof value.sql === 'string') return statement(value.sql)
  const why = 'why' in value && typeof value.why === 'string' ? `: ${value.why.slice(0, 300)}` : ''
  return { outcome: 'declined', message: `the model gives no statement${why}` }
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

function fromFences(text: string): ReadReply | undefined {
  const fences = [...text.matchAll(/```[^\S\n]*\w*[^\S\n]*\n([\s\S]*?)```/g)].map(
    ([, inside = '']) => inside.trim(),
  )
  const [first, ...others] = [...new Set(fences)]
  if (first === undefined) return undefined
  if (others.length > 0) {
    return {
      outcome: 'several statements',
      message: `the answer has ${fences.length} blocks of code`,
    }
  }
  return statement(first)
}

const BEGINNING =
  /^(?:--[^\n]*\n|\/\*[\s\S]*?\*\/|\s)*\(?\s*(?:ALTER|COMMENT|CREATE|DELETE|DROP|INSERT|MERGE|SELECT|TRUNCATE|UPDATE|VALUES|WITH)\b/i

function fromText(text: string): ReadReply {
  if (BEGINNING.test(text)) return statement(text)
  const shown = text.replace(/\s+/g, ' ').slice(0, 120)
  return { outcome: 'no sql', message: `the answer has no statement: ${shown}` }
}

function statement(sql: string): ReadReply {
  const bare = sql.trim().replace(/(?:;\s*)+$/, '')
  return bare === ''
    ? { outcome: 'empty', message: 'the answer has an empty statement' }
    : { sql: bare }
}
