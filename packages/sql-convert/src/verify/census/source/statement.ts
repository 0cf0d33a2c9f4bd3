import type { QualifiedName, Statement } from '../../../spark/ast/statement.js'
import { all, table } from '../entry.js'
import type { SourceCensus } from './census.js'
import { visitDelete, visitInsert, visitUpdate } from './change.js'
import { visitAlter, visitCreate } from './create.js'
import { visitMerge } from './merge.js'

/** Everything of a statement that must not get lost. */
export function visitStatement(census: SourceCensus, node: Statement): void {
  switch (node.kind) {
    case 'query statement':
      census.query(node.query, 'top')
      break
    case 'insert':
      visitInsert(census, node)
      break
    case 'update':
      visitUpdate(census, node)
      break
    case 'delete':
      visitDelete(census, node)
      break
    case 'merge':
      visitMerge(census, node)
      break
    case 'alter table':
      visitAlter(census, node)
      break
    case 'drop':
      census.add('object', node, all('drop', last(node.name)))
      break
    case 'truncate':
      census.add('object', node, all('emptied', last(node.table)))
      break
    case 'comment on':
      census.add('object', node, all('comment'))
      break
    case 'command':
      break
    default:
      visitCreate(census, node)
  }
}

function last(name: QualifiedName): string {
  return table(name.at(-1) ?? '')
}
