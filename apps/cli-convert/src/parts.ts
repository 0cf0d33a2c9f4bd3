// What the suite `lakebase` takes of this app beside its commands.
export { convertOptions } from './commands/convert-options.js'
export { makeConversion } from './make-conversion.js'
export { conversionSections } from './render/html/conversion-sections.js'
export { statement as statementCss } from './render/html/css/statement.js'
export { onPaper as statementOnPaperCss } from './render/html/css/stylesheet.js'
export type { ConversionReport } from './report/conversion-report.js'
export { conversionRules } from './report/conversion-rules.js'
export { writePlanned } from './write/write-planned.js'
