import { REPORT_CSS } from '@lakebase/cli-kit'
import { chart } from './chart.js'

const { colors, page, findings, table, print } = REPORT_CSS

/** The whole style of a report, in the order in which it must apply. */
export const stylesheet = [colors, page, findings, table, chart, print]
  .join('')
  .replace(/^ +/gm, '')
  .trim()
