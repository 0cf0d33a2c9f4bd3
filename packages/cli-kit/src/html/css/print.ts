/** Paper: what is folded on the screen is open, and no row is cut in two. */
export const print = `
@media print {
  @page { margin: 16mm 14mm; }
  :root { color-scheme: light; }
  body { font-size: 10pt; }
  .page { max-width: none; padding: 0; }
  .skip { display: none; }
  .masthead { padding: 0 0 24pt; }
  .headline { font-size: 24pt; margin-top: 18pt; }
  .facts { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 12pt; margin-top: 24pt; }
  .section { padding: 20pt 0 24pt; row-gap: 14pt; }
  .content > * + * { margin-top: 20pt; }
  .content > .sources { margin-top: 8pt; font-size: 8pt; }
  table { font-size: 8.5pt; }
  tr.note td, thead th, caption { font-size: 8pt; }
  th, td { padding-left: 8pt; }
  h2, h3, .margin, figcaption, caption, tr.noted, tr.group { break-after: avoid; }
  figure, tr, .finding, .aside { break-inside: avoid; }
  thead { display: table-header-group; }
  .table-box, .finding pre { overflow: visible; }
  .finding pre { white-space: pre-wrap; }
  details::details-content { display: block; height: auto; content-visibility: visible; }
  summary { display: none; }
  details > :not(summary) { margin-top: 0; }
  table.compact th, table.compact td { padding-top: 2pt; padding-bottom: 2pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
