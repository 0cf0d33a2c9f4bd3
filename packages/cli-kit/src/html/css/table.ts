/** Tables of hairlines, which restack on a phone. */
export const table = `
.table-box { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 13.5px; line-height: 1.45; }
caption { padding-bottom: 10px; color: var(--soft); font-size: 13px; text-align: left; }
th, td { padding: 9px 0 9px 16px; text-align: left; vertical-align: baseline; }
th:first-child, td:first-child { padding-left: 0; }
thead th { border-bottom: 1px solid var(--ink); color: var(--soft); font-size: 12.5px; font-weight: 400; white-space: nowrap; }
tbody th { min-width: 120px; font-weight: 400; }
tbody tr { border-bottom: 1px solid var(--rule); }
tr.noted { border-bottom: 0; }
tr.noted > * { padding-bottom: 0; }
tr.note td { padding: 1px 0 9px; color: var(--soft); font-size: 12.5px; overflow-wrap: anywhere; }
th.number, td.number { text-align: right; white-space: nowrap; }
th.word, td.word { white-space: nowrap; }
tr.group th, tr.group td { padding-top: 20px; font-weight: 600; }
table.compact { width: auto; min-width: 260px; }
table.compact th, table.compact td { padding-top: 5px; padding-bottom: 5px; }
tr.total { border-top: 1px solid var(--ink); border-bottom: 0; }
tr.total th, tr.total td { font-weight: 600; }
td:has(.size-bar) { width: 22%; vertical-align: middle; }
.source-mark { padding: 0 3px; color: var(--accent); font-size: 11px; text-decoration: none; vertical-align: 3px; line-height: 0; }
.source-mark:hover { text-decoration: underline; }
.sources { color: var(--soft); font-size: 12.5px; line-height: 1.5; }
.sources h3 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.sources ol { counter-reset: note; }
.sources li { position: relative; padding-left: 18px; overflow-wrap: anywhere; }
.sources li + li { margin-top: 4px; }
.sources li::before { counter-increment: note; content: counter(note); position: absolute; left: 0; color: var(--accent); font-size: 11px; }
.sources li:target { color: var(--ink); }

@media screen and (max-width: 879px) {
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack, .stack tbody, .stack caption { display: block; }
  .stack tbody tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(140px, 1fr)); grid-auto-flow: dense; column-gap: 24px; padding: 10px 0; }
  .stack th, .stack td { padding: 1px 0; }
  .stack tbody th { grid-column: 1 / -1; font-weight: 600; overflow-wrap: anywhere; }
  .stack td { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0 12px; text-align: right; white-space: normal; }
  .stack td::before { content: attr(data-label); margin-right: auto; color: var(--soft); font-weight: 400; text-align: left; }
  .stack td:empty { display: none; }
  .stack td.prose { display: block; grid-column: 1 / -1; text-align: left; }
  .stack td.prose::before { content: none; }
  .stack tr.noted { padding-bottom: 4px; }
  .stack tr.note { padding-top: 0; }
  .stack tr.note td { display: block; grid-column: 1 / -1; text-align: left; }
  .stack tr.note td::before { content: none; }
  .stack tr.group { padding-top: 24px; }
  .stack tr.group th, .stack tr.group td { padding-top: 1px; }
  .stack td:has(.size-bar) { width: auto; grid-column: 1 / -1; padding: 6px 0; }
  .stack td:has(.size-bar)::before { content: none; }
}
@media screen and (max-width: 559px) {
  .stack td.span { grid-column: 1 / -1; }
}
`
