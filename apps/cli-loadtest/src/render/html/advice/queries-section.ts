import { findingItem, type Html, html, section } from '@lakebase/cli-kit'
import type { Advice, QueryAdvice } from '@lakebase/loadtest/advise'
import { figures } from '../../format.js'
import { planTree } from './plan-tree.js'

/** Every query with its plan as it is, and as it is with all proposals. */
export function queriesSection({ queries }: Advice): Html {
  return section({
    id: 'queries',
    title: 'Plans',
    gist: 'Before, and with all proposals where that changes something.',
    body: html`${queries.map(query)}`,
  })
}

function query(one: QueryAdvice): Html {
  return html`<div class="query"><h3 class="name">${one.id}</h3>
<p><code class="sql">${one.sql}</code></p>
${one.outcome === 'failed' ? html`<p class="error">Not planned: ${one.why}</p>` : plans(one)}
</div>`
}

function plans({
  before,
  after,
  hints,
  planned,
}: Extract<QueryAdvice, { outcome: 'planned' }>): Html {
  const better = after.cost < before.cost
  const items = hints.map((hint) => findingItem(hint))
  const how = planned === 'values' ? 'planned with values of the run' : 'a generic plan'
  return html`<p>${better ? `Cost ${figures(before.cost)} to ${figures(after.cost)}` : `Cost ${figures(before.cost)}`}; ${how}.</p>
${items.length === 0 ? undefined : html`<ol class="findings">${items}</ol>`}
<details><summary>${better ? 'Both plans' : 'The plan'}</summary><div class="plans">${planTree(before, better ? 'Before' : 'As it is')}${better ? planTree(after, 'After') : undefined}</div></details>`
}
