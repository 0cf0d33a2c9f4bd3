import * as v from 'valibot'
import { ApiError } from './reply.js'

/** The body as the schema has it, or the workspace's 400. */
export function parseBody<const Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const place = v.getDotPath(issue) ?? 'body'
  throw new ApiError(400, 'INVALID_PARAMETER_VALUE', `${place}: ${issue.message}`)
}
