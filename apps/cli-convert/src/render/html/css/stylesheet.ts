import { REPORT_CSS } from '@lakebase/cli-kit'
import { statement } from './statement.js'

const { colors, page, findings, table, print } = REPORT_CSS

export const onPaper = `
@media print {
  .statement { break-inside: auto; }
  .statement h3 { break-after: avoid; }
  .side pre { font-size: 8pt; }
  .file > summary { display: block; }
}
`

/** The whole style of a report, in the order in which it must apply. */
export const stylesheet = [colors, page, findings, table, statement, print, onPaper]
  .join('')
  .replace(/^ +/gm, '')
  .trim()
