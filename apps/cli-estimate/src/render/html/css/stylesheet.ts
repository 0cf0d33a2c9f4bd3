import { chart } from './chart.js'
import { colors } from './colors.js'
import { findings } from './findings.js'
import { page } from './page.js'
import { print } from './print.js'
import { table } from './table.js'

/** The whole style of a report, in the order in which it must apply. */
export const stylesheet = [colors, page, findings, table, chart, print]
  .join('')
  .replace(/^ +/gm, '')
  .trim()
