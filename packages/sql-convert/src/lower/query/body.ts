import type { QueryBody } from '../../spark/ast/query.js'
import type { LoweredBody, Lowerer } from '../lowerer.js'
import type { Scope } from '../scope.js'
import { lowerInlineRows } from './inline-table.js'
import { lowerSelect } from './select.js'
import { selectAll } from './select-all.js'
import { lowerSetOperation } from './set-operation.js'

export function lowerBody(lowerer: Lowerer, body: QueryBody, scope: Scope): LoweredBody {
  switch (body.kind) {
    case 'select':
      return lowerSelect(lowerer, body, scope)
    case 'set operation':
      return lowerSetOperation(lowerer, body, scope)
    case 'inline table': {
      const { table, relations } = lowerInlineRows(lowerer, body, scope)
      const columns = relations[0]?.columns
      return { body: selectAll(table), columns }
    }
    case 'table query': {
      const table = {
        kind: 'named table',
        name: body.name,
        start: body.start,
        end: body.end,
      } as const
      const lowered = lowerer.table(table, scope)
      const columns = lowered.relations[0]?.columns
      return { body: selectAll(lowered.table), columns }
    }
    case 'query': {
      const { query, columns } = lowerer.query(body, scope)
      return { body: { kind: 'bracketed', query }, columns }
    }
  }
}
