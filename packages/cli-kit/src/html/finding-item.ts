import type { PrintableFinding } from '../finding.js'
import { type Html, html } from './html.js'

/**
 * One finding as a good compiler shows it: what, where, the line with a caret, what to do.
 *
 * @param href of the part of the page that it is about
 */
export function findingItem(finding: PrintableFinding, href?: string): Html {
  const { ruleId, level, message } = finding
  return html`<li class="finding ${level}">
<p class="finding-head"><span class="level">${level}</span> <code>${ruleId}</code>${place(finding, href)}</p>
<h3>${message}</h3>
${excerpt(finding)}
${advice(finding)}
</li>
`
}

function place(
  { file, line, column }: PrintableFinding,
  href: string | undefined,
): Html | undefined {
  if (file === undefined) return undefined
  const position = [line, line === undefined ? undefined : column].filter((n) => n !== undefined)
  const shown = html`<code class="place">${[file, ...position].join(':')}</code>`
  return href === undefined ? html` ${shown}` : html` <a href="${href}">${shown}</a>`
}

function excerpt({
  excerpt: source,
  line,
  column = 1,
  length = 1,
}: PrintableFinding): Html | undefined {
  if (source === undefined || line === undefined) return undefined
  const shown = source.replace(/\s/g, ' ')
  const caretAt = Math.min(column - 1, shown.length)
  const carets = '^'.repeat(Math.max(1, Math.min(length, shown.length - caretAt)))
  const gutter = ' '.repeat(String(line).length + 3)
  return html`<pre tabindex="0"><span class="gutter">${line}   </span>${shown}
<span class="gutter">${gutter}</span>${' '.repeat(caretAt)}<span class="caret">${carets}</span></pre>`
}

function advice({ expected, suggestion, why, hint }: PrintableFinding): Html | undefined {
  const rows = [
    ['Expected', expected],
    ['Did you mean', suggestion],
    ['Why', why],
    ['What to do', hint],
  ] as const
  const given = rows.filter(([, text]) => text !== undefined)
  if (given.length === 0) return undefined
  return html`<dl class="advice">${given.map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`)}</dl>`
}
