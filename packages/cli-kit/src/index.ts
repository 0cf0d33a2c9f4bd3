export { CliError, fileError, usageError } from './cli-error.js'
export { type Command, type CommandSpec, defineCommand } from './command.js'
export { EXIT_CODES, type Exit, type ExitCode } from './exit-code.js'
export { type InputFile, readInput, readWorkloadFile, STDIN_NAME } from './find-workload.js'
export type { PrintableFinding } from './finding.js'
export { type CsvCell, formatCsv } from './format-csv.js'
export { countFindings, formatFinding, sortFindings } from './format-finding.js'
export {
  byteSize,
  counted,
  decimal,
  share,
  shortened,
  usd,
  usdRate,
  usdShort,
  usdWhole,
} from './format-number.js'
export { formatTable, type TableColumn } from './format-table.js'
export { type ChartFrame, chartFrame } from './html/charts/chart-frame.js'
export { coordinate, percentOf, roundScale, type Scale } from './html/charts/scale.js'
export { REPORT_CSS } from './html/css/report-css.js'
export { type DataTable, dataTable, type TableRow } from './html/data-table.js'
export { findingItem } from './html/finding-item.js'
export { type Html, type HtmlValue, html, htmlText, trustedHtml } from './html/html.js'
export { type ReportPage, reportPage } from './html/report-page.js'
export { section } from './html/section.js'
export { interruptible } from './interruptible.js'
export type { Io } from './io.js'
export {
  argvReader,
  type DeclaredOption,
  didYouMean,
  nearest,
  type OptionReader,
} from './option-reader.js'
export {
  checkOutputs,
  GENERATOR,
  isMissing,
  type Output,
  parseOutputs,
  userPath,
  writeFileAtomic,
} from './output-file.js'
export { packageVersion } from './package-version.js'
export { type Paint, paint, wantsColor } from './paint.js'
export { type ProgressLine, progressLine } from './progress-line.js'
export { readToEnd, STDIN } from './read-to-end.js'
export { guarded, type Program, runCli, runOnProcess, runProgram } from './run-cli.js'
export { renderSarif, type SarifFinding } from './sarif/render-sarif.js'
