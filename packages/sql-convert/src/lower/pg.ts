import type { PgExpression, PgTemplateText } from '../postgres/expression.js'
import { readTemplate } from '../postgres/template.js'

const TEXTS = new Map<string, PgTemplateText>()

/** Text of ours with `$1`, … for expressions; each text is read once. */
export function template(text: string, ...values: readonly PgExpression[]): PgExpression {
  const known = TEXTS.get(text)
  const read = known ?? readTemplate(text)
  if (!known) TEXTS.set(text, read)
  return { kind: 'template', text: read, arguments: values }
}

export function call(name: string, ...values: readonly PgExpression[]): PgExpression {
  return { kind: 'call', name, arguments: values }
}

export function cast(value: PgExpression, type: string): PgExpression {
  return { kind: 'cast', value, type }
}

export function binary(operator: string, left: PgExpression, right: PgExpression): PgExpression {
  return { kind: 'binary', operator, left, right }
}

export function and(conditions: readonly PgExpression[]): PgExpression | undefined {
  const [first, ...rest] = conditions
  return first && rest.reduce((left, right) => binary('AND', left, right), first)
}

export function name(...parts: readonly string[]): PgExpression {
  return { kind: 'name', parts }
}

export function text(value: string): PgExpression {
  return { kind: 'text', value }
}

export function number(value: number | string): PgExpression {
  return { kind: 'number', digits: String(value) }
}

export const TRUE: PgExpression = { kind: 'number', digits: 'TRUE' }
export const NULL: PgExpression = { kind: 'number', digits: 'NULL' }
