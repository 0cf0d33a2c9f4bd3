import type { Statement } from '../../../spark/ast/statement.js'
import { all, column, table } from '../entry.js'
import type { SourceCensus } from './census.js'
import { visitColumns, visitConstraint } from './definition.js'

type Create = Extract<Statement, { readonly kind: `create ${string}` }>

export function visitCreate(census: SourceCensus, node: Create): void {
  census.add('object', node, all('create', table(node.name.at(-1) ?? '')))
  switch (node.kind) {
    case 'create table':
      visitColumns(census, node.columns)
      for (const constraint of node.constraints) visitConstraint(census, constraint)
      if (node.like) census.add('table', node, all(table(node.like.at(-1) ?? '')))
      if (node.query) census.query(node.query, 'top')
      break
    case 'create view':
      for (const { name } of node.columns) census.add('target', node, all(column(name)))
      census.query(node.query, 'top')
      break
    case 'create function':
      if (node.body.kind === 'query') census.query(node.body, 'inner')
      else census.expression(node.body)
      break
    case 'create schema':
      break
  }
}

export function visitAlter(
  census: SourceCensus,
  { name, action, ...span }: Extract<Statement, { readonly kind: 'alter table' }>,
): void {
  if (!action.kind.startsWith('rename')) {
    census.add('object', span, all('alter', table(name.at(-1) ?? '')))
  }
  switch (action.kind) {
    case 'add columns':
      visitColumns(census, action.columns)
      break
    case 'add constraint':
      visitConstraint(census, action.constraint)
      break
    case 'drop columns':
      for (const one of action.columns) census.add('object', span, all('alter', column(one)))
      return
    case 'rename column':
      census.add('object', span, all('alter', column(action.from), column(action.to)))
      break
    case 'rename':
      census.add('object', span, all('alter', column(action.to.at(-1) ?? '')))
      break
    case 'other':
      return
  }
}
