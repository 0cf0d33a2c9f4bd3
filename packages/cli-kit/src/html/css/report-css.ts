import { colors } from './colors.js'
import { findings } from './findings.js'
import { page } from './page.js'
import { print } from './print.js'
import { table } from './table.js'

/** What the reports of every command have in common; `print` must come last. */
export const REPORT_CSS = { colors, page, findings, table, print } as const
