import type { Access } from '../credentials/access.js'
import type { SendRequest } from '../http/request.js'
import { WorkspaceError } from '../workspace-error.js'
import { listServingEndpoints } from './list-serving-endpoints.js'
import { nearest } from './nearest.js'

/** The model that is configured: its name, or an address that ends in `/serving-endpoints/<name>/invocations`. */
export function modelOf({ model }: Access): string {
  const { value } = model ?? { value: '' }
  const inAddress = /\/serving-endpoints\/([^/]+)(?:\/invocations)?\/?$/.exec(value)?.[1]
  const name = value.includes('/') ? inAddress : value
  if (name) return name
  const message = model ? `${model.source} names no model: "${value}"` : 'no model is configured'
  throw new WorkspaceError('CONFIG', message, {
    hint: 'Set MODEL_NAME, or pass model: the name of a serving endpoint of this workspace.',
  })
}

/** A name that is not there becomes a suggestion of one that is; model names come and go. */
export async function withModelNames(
  error: unknown,
  model: string,
  request: SendRequest,
): Promise<unknown> {
  if (!(error instanceof WorkspaceError) || error.code !== 'NOT_FOUND') return error
  try {
    const names = (await listServingEndpoints(request)).map(({ name }) => name)
    const similar = nearest(model, names)
    const hint = similar
      ? `Did you mean ${similar}?`
      : `Endpoints here: ${names.join(', ') || 'none'}.`
    return error.with({ hint })
  } catch {
    // The list was only a service; the error of the call is the one that counts.
    return error
  }
}
