import { REPORT_CSS } from '@lakebase/cli-kit'
import { plan } from './plan.js'
import { plot } from './plot.js'

const { colors, page, findings, table, print } = REPORT_CSS

/** The whole style of a report, in the order in which it must apply. */
export const stylesheet = [colors, page, findings, table, plot, plan, print]
  .join('')
  .replace(/^ +/gm, '')
  .trim()
