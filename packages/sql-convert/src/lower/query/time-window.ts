import { fold } from '../../postgres/identifier.js'
import type { Select } from '../../spark/ast/query.js'
import type { Lowerer } from '../lowerer.js'
import { type Scope, scopeWith } from '../scope.js'

/** `GROUP BY window(t, '5 minutes')` makes a column of the name `window`, which the select list may use. */
export function withTimeWindow(lowerer: Lowerer, select: Select, scope: Scope): Scope {
  const window = select.groupBy?.items.find(
    (item) =>
      item.kind === 'call' && item.name.length === 1 && fold(item.name[0] ?? '') === 'window',
  )
  if (window?.kind !== 'call') return scope
  const bound = lowerer.call(window, scope)
  return scopeWith(scope, { parameters: new Map([...scope.parameters, ['window', bound]]) })
}
