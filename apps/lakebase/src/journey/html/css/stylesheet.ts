import { REPORT_CSS } from '@lakebase/cli-kit'
import { statementCss, statementOnPaperCss } from 'cli-convert/parts'
import { chartCss } from 'cli-estimate/parts'
import { planCss, plotCss } from 'cli-loadtest/parts'
import { journey } from './journey.js'

const { colors, page, findings, table, print } = REPORT_CSS

/** The whole style of a report, in the order in which it must apply. */
export const stylesheet = [
  colors,
  page,
  findings,
  table,
  chartCss,
  statementCss,
  plotCss,
  planCss,
  print,
  statementOnPaperCss,
  journey,
]
  .join('')
  .replace(/^ +/gm, '')
  .trim()
