import { decimal, type Html, html } from '@lakebase/cli-kit'
import type { PlanFigures, PlanNode } from '@lakebase/loadtest/advise'
import { figures } from '../../format.js'

/** A plan as a tree of its nodes, each with what it reads and what it costs. */
export function planTree({ cost, ms, isEstimate, plan }: PlanFigures, title: string): Html {
  const time = ms === undefined ? '' : `, ${figures(ms)} ms${isEstimate ? ' by its cost' : ''}`
  return html`<div class="plan"><h3>${title}: cost ${figures(cost)}${time}</h3><ul class="tree">${node(plan.root)}</ul></div>`
}

function node(one: PlanNode): Html {
  const { type, relation, alias, index, condition, filter, totalCost, rows, children } = one
  const table =
    relation === undefined ? '' : ` on ${relation}${alias && alias !== relation ? ` ${alias}` : ''}`
  const by = index === undefined ? '' : ` by ${index}`
  const conditions = [condition, filter === undefined ? undefined : `filter ${filter}`]
    .filter((text) => text !== undefined)
    .map((text) => html`<code class="sql">${text}</code>`)
  const inner = children.length === 0 ? undefined : html`<ul>${children.map(node)}</ul>`
  return html`<li><b>${type}</b>${table}${by} <span class="cost">cost ${figures(totalCost)}, ${decimal(rows, 0)} rows${measured(one)}</span>${conditions}${inner}</li>`
}

function measured({ actualRows, actualMs, loops = 1 }: PlanNode): string {
  if (actualRows === undefined || actualMs === undefined) return ''
  return `; measured ${figures(actualMs * loops)} ms, ${figures(actualRows * loops)} rows`
}
