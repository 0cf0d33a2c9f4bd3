import { bundleRules } from '@lakebase/bundle-gen'
import {
  checkOutputs,
  countFindings,
  type Exit,
  formatFinding,
  GENERATOR,
  type Io,
  type Paint,
  paint,
  parseOutputs,
  userPath,
  wantsColor,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import type { LintCommandOptions } from '../commands/lint-options.js'
import { readTableFacts } from '../read/read-table-facts.js'
import { findingsTable } from '../render/findings-table.js'
import { lintFolder } from './lint-folder.js'
import { type LintReport, lintReport } from './lint-report.js'

/** Options, load, compute, render, write. */
export async function runLint(
  options: LintCommandOptions,
  [folder = '.']: readonly string[],
  io: Io,
): Promise<Exit> {
  const outputs = parseOutputs(options.outputs, ['json', 'md'])
  checkOutputs(outputs, io.cwd, options.force)
  const tables = readTableFacts(options.tables, io.cwd)

  const report = lintReport(folder, lintFolder(folder, { tables }, io.cwd))

  const render = { json: lintJson, md: lintMarkdown }
  const files = outputs.map(({ path, format }) => ({ path, text: render[format](report) }))
  for (const { path, text } of files) {
    if (path !== '-') writeFileAtomic(userPath(path, io.cwd), text)
  }
  const toStdout = files.filter(({ path }) => path === '-')
  if (options.json) io.stdout(lintJson(report))
  else if (toStdout.length > 0) for (const { text } of toStdout) io.stdout(text)
  else
    io.stdout(lintText(report, paint(wantsColor(options.color ?? 'auto', io.env, io.stdoutIsTty))))
  return report.exit
}

function lintText({ folder, findings }: LintReport, colors: Paint): string {
  if (findings.length === 0) return `${folder}: no findings of ${bundleRules.length} rules\n`
  const shown = findings.map((finding) => formatFinding(finding, colors)).join('\n\n')
  return `${shown}\n\n${folder}: ${countFindings(findings)}; "explain <id>" says more about one\n`
}

function lintJson(report: LintReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

function lintMarkdown({ folder, findings }: LintReport): string {
  const count = findings.length === 0 ? 'no findings' : countFindings(findings)
  return `# Findings in ${folder}\n\n${count}\n${findingsTable(findings)}\n<!-- ${GENERATOR} -->\n`
}
