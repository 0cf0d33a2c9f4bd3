import type { PgExpression } from '../../postgres/expression.js'

/**
 * The name that Postgres gives a column without one: a cast of `a` is an `a` too, and CASE is what its
 * ELSE is (`FigureColname` in parse_target.c). Undefined for what has none of its own.
 */
export function implicitName(value: PgExpression): string | undefined {
  switch (value.kind) {
    case 'name':
      return value.parts.at(-1)
    case 'cast':
      return implicitName(value.value)
    case 'call':
      return value.name.split('.').at(-1)
    case 'case':
      return value.otherwise && implicitName(value.otherwise)
    case 'template':
      return ofTemplate(value)
    default:
      return undefined
  }
}

function ofTemplate({
  text,
  arguments: values,
}: Extract<PgExpression, { readonly kind: 'template' }>): string | undefined {
  const [first, second] = text.parts
  if (typeof first === 'string' && !first.startsWith('CASE')) {
    return /^(?:\w+\.)?(\w+)\($/.exec(first)?.[1]
  }
  const shown = typeof first === 'string' ? text.parts.at(-2) : first
  const value = typeof shown === 'object' ? values[shown.argument] : undefined
  const isAsItIs =
    typeof first === 'string' ||
    second === undefined ||
    (typeof second === 'string' && second.startsWith('::'))
  return value && isAsItIs ? implicitName(value) : undefined
}
