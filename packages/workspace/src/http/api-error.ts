import * as v from 'valibot'
import { WorkspaceError, type WorkspaceErrorCode } from '../workspace-error.js'
import type { Answer } from './exchange.js'
import { permissionHint } from './permission-hint.js'
import { type Place, shown } from './place.js'
import { retryAfterMs } from './retry-after.js'
import { webPageTitle } from './web-page.js'

/** The forms of a failure: Databricks' own, OAuth's, SCIM's. */
const Failure = v.looseObject({
  error_code: v.optional(v.union([v.string(), v.number()])),
  message: v.optional(v.string()),
  error: v.optional(v.string()),
  error_description: v.optional(v.string()),
  detail: v.optional(v.string()),
})

const CODES: Readonly<Record<number, WorkspaceErrorCode>> = {
  401: 'AUTH',
  403: 'PERMISSION',
  404: 'NOT_FOUND',
  429: 'RATE_LIMIT',
}

/** An answer that says no, as an error that says who, what and why. */
export function apiError(place: Place, answer: Answer, nowMs: number): WorkspaceError {
  const { method, path } = place
  const { status } = answer
  const { errorCode, detail } = readFailure(answer.text)
  const code = codeOf(status, errorCode, detail)
  const requestId = answer.header('x-request-id')
  const waitMs = retryAfterMs(answer.header('retry-after'), nowMs)
  const hint = code === 'PERMISSION' ? permissionHint(place.path, detail) : undefined
  const said = [status, errorCode, detail].filter((part) => part !== undefined).join(' ')
  return new WorkspaceError(code, `${shown(place)}: ${said}`, {
    method,
    path,
    status,
    ...(errorCode !== undefined && { errorCode }),
    ...(requestId !== undefined && { requestId }),
    ...(waitMs !== undefined && { retryAfterMs: waitMs }),
    ...(hint !== undefined && { hint }),
  })
}

function codeOf(status: number, errorCode: string | undefined, detail: string): WorkspaceErrorCode {
  // A token that is wrong or too old is answered with 403 by some of the services.
  if (status === 403 && /invalid (?:access )?token|token .*expired/i.test(detail)) return 'AUTH'
  // OAuth answers a wrong client secret with 400 or 401.
  if (errorCode === 'invalid_client' || errorCode === 'unauthorized_client') return 'AUTH'
  return CODES[status] ?? (status >= 500 ? 'UNAVAILABLE' : 'BAD_REQUEST')
}

function readFailure(text: string): { readonly errorCode?: string; readonly detail: string } {
  const title = webPageTitle(text)
  if (title !== undefined) return { detail: `a web page${title && ` "${title}"`}` }
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Failure), text)
  if (!parsed.success) return { detail: firstWords(text) }
  const { error_code, message, error, error_description, detail } = parsed.output
  const errorCode = error_code ?? (error_description === undefined ? undefined : error)
  return {
    detail: firstWords(message ?? error_description ?? detail ?? error ?? ''),
    ...(errorCode !== undefined && { errorCode: String(errorCode) }),
  }
}

function firstWords(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > 600 ? `${flat.slice(0, 600)}...` : flat
}
