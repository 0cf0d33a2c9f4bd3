import { byteSize, dataTable, type Html, html, section } from '@lakebase/cli-kit'
import type { Advice, Proposal } from '@lakebase/loadtest/advise'
import { figures } from '../../format.js'

/** What to create, and what each of it changes. */
export function proposalsSection({ proposals, unit, proof }: Advice): Html {
  return section({
    id: 'proposals',
    title: 'Indexes',
    gist:
      proposals.length === 0
        ? `No index is proposed${proof === 'none' ? ', for none could be proven here: allow --build, or install HypoPG' : ''}.`
        : `Best first. Each was tried on this database (${proof}) and is used by a plan. What it saves is weighed by how often the queries run, less the upkeep on writes.`,
    body:
      proposals.length === 0
        ? undefined
        : html`${proposals.map((one, index) => proposal(one, unit, index))}`,
  })
}

function proposal(one: Proposal, unit: string, index: number): Html {
  const { name, statement, why, bytes, saved, writeCost, queries, makesNeedless } = one
  const needless =
    makesNeedless.length === 0
      ? undefined
      : html`<p>Makes needless: ${makesNeedless.join(', ')}.</p>`
  return html`<div class="proposal">
<pre tabindex="0">${statement};</pre>
<p>${why}. ${byteSize(bytes)}; saves ${figures(saved)} ${unit}, its upkeep ${figures(writeCost)}.</p>
${needless}
${dataTable({
  id: `proposal-${index}`,
  compact: true,
  caption: `Plans that use ${name}`,
  columns: [
    { header: 'Query' },
    { header: 'Cost before', kind: 'number' },
    { header: 'after', kind: 'number' },
  ],
  rows: queries.map(({ id, costBefore, costAfter }) => ({
    cells: [id, figures(costBefore), figures(costAfter)],
  })),
})}
</div>`
}
