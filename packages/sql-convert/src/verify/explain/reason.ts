import type { PostgresStatement } from '../grammar/parse-postgres.js'
import type { CheckReason } from '../verification.js'
import type { Plan } from './plan.js'

/** Postgres' words about a statement, their place in its text. */
export function reasonOf(
  error: Error,
  plan: Extract<Plan, { readonly kind: 'run' }>,
  { text }: PostgresStatement,
  statement: number,
): CheckReason {
  const detail = field(error, 'detail')
  const hint = field(error, 'hint')
  const code = field(error, 'code')
  const position = placeOf(field(error, 'position'), plan.prefix, text)
  return {
    message: detail === undefined ? error.message : `${error.message} (${detail})`,
    statement,
    ...(position !== undefined && { position }),
    ...(code !== undefined && { code }),
    ...(hint !== undefined && { hint }),
  }
}

/** Drivers give the place as text: the character in what was sent, counted from 1. */
function placeOf(
  position: string | undefined,
  prefix: string | undefined,
  text: string,
): number | undefined {
  if (position === undefined || prefix === undefined) return undefined
  const characters = Number(position) - 1 - prefix.length
  if (!(characters >= 0)) return undefined
  const before = Array.from(text).slice(0, characters).join('').length
  return before <= text.length ? before : undefined
}

function field(error: Error, name: string): string | undefined {
  const value = Object.entries(error).find(([key]) => key === name)?.[1]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
