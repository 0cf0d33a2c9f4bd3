import * as v from 'valibot'
import { WorkspaceError } from '../workspace-error.js'
import type { Answer } from './exchange.js'
import { type Place, shown } from './place.js'
import { webPageTitle } from './web-page.js'

/** The JSON of an answer; undefined when it is empty. What it holds is never told, for it may be a token. */
export function readJson(place: Place, { status, text }: Answer): unknown {
  if (text.trim() === '') return undefined
  const title = webPageTitle(text)
  if (title !== undefined) {
    throw new WorkspaceError(
      'BAD_ANSWER',
      `${shown(place)}: ${status} with a web page${title && ` "${title}"`} instead of JSON`,
      {
        method: place.method,
        path: place.path,
        status,
        hint: 'A login page or proxy answers in place of the workspace: check the host and how the network lets you out.',
      },
    )
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new WorkspaceError(
      'BAD_ANSWER',
      `${shown(place)}: ${status} with ${text.length} characters that are not JSON`,
      { method: place.method, path: place.path, status },
    )
  }
}

/** The value in the form that is documented, or an error that names the field that is not. */
export function parseValue<Schema extends v.GenericSchema>(
  schema: Schema,
  place: Place,
  value: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const field = v.getDotPath(issue) ?? 'the answer'
  // Only the kind of what was found: the value itself may be a secret.
  const found = issue.type === 'regex' ? 'another form' : typeOf(issue.input)
  throw new WorkspaceError(
    'BAD_ANSWER',
    `${shown(place)}: ${field}: expected ${issue.expected ?? 'another form'}, found ${found}`,
    { method: place.method, path: place.path },
  )
}

export function parseAnswer<Schema extends v.GenericSchema>(
  schema: Schema,
  place: Place,
  answer: Answer,
): v.InferOutput<Schema> {
  return parseValue(schema, place, readJson(place, answer))
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (value === undefined) return 'nothing'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}
