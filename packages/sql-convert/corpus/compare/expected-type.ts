import { splitList } from '../../src/functions/signature.js'

/** A type as Spark writes it in an answer: `array<struct<a:int,b:string>>`. */
export type ExpectedType =
  | { readonly kind: 'array'; readonly element: ExpectedType }
  | { readonly kind: 'map'; readonly key: ExpectedType; readonly value: ExpectedType }
  | { readonly kind: 'struct'; readonly fields: readonly ExpectedField[] }
  | { readonly kind: 'simple'; readonly name: string }

interface ExpectedField {
  readonly name: string
  readonly type: ExpectedType
}

export function readExpectedType(text: string): ExpectedType {
  const [, outer = '', inner = ''] = /^(array|map|struct)<(.*)>$/s.exec(text.trim()) ?? []
  const parts = splitList(inner)
  switch (outer) {
    case 'array':
      return { kind: 'array', element: readExpectedType(inner) }
    case 'map':
      return {
        kind: 'map',
        key: readExpectedType(parts[0] ?? ''),
        value: readExpectedType(parts[1] ?? ''),
      }
    case 'struct':
      return { kind: 'struct', fields: parts.map(readField) }
    default:
      return { kind: 'simple', name: text.trim().replace(/[ (].*$/, '') }
  }
}

function readField(text: string): ExpectedField {
  const colon = text.indexOf(':')
  const type = text.slice(colon + 1).replace(/ NOT NULL$/i, '')
  return { name: text.slice(0, colon).trim().replaceAll('`', ''), type: readExpectedType(type) }
}
