import { basename } from 'node:path'
import {
  checkOutputs,
  counted,
  countFindings,
  type Exit,
  formatFinding,
  type Io,
  paint,
  parseOutputs,
  usageError,
  userPath,
  wantsColor,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import { type Finding, parseWorkload } from '@lakebase/config'
import { ask } from './ask.js'
import type { Draft, InitReport } from './draft.js'
import type { InitOptions } from './init-options.js'
import { renderDraft } from './render-draft.js'
import { tablesFromCatalog } from './tables-from-catalog.js'
import { tablesFromDdl } from './tables-from-ddl.js'

/** Options, look, ask, render, write. */
export async function runInit(options: InitOptions, io: Io): Promise<Exit> {
  const { output = 'workload.yml', fromDdl, fromCatalog, quiet, json } = options
  const outputs = parseOutputs([output], ['yml', 'yaml'])
  checkOutputs(outputs, io.cwd, options.force)
  const mayAsk = !options.noInput && !json && io.stderrIsTty && process.stdin.isTTY === true
  if (fromDdl.length === 0 && fromCatalog === undefined && !mayAsk) {
    throw usageError(
      'nothing says what the workload is',
      '--from-ddl tables.sql or --from-catalog main.shop; in a terminal it asks',
    )
  }
  const ofDdl = tablesFromDdl(fromDdl, io.cwd)
  const ofCatalog = fromCatalog === undefined ? [] : await tablesFromCatalog(fromCatalog, quiet, io)
  const draft: Draft = {
    name: options.name ?? (basename(io.cwd) || 'workload'),
    ...(mayAsk && (await ask())),
    tables: [...ofDdl.tables, ...ofCatalog],
  }
  const text = renderDraft(draft)
  const isFile = output !== '-'
  if (isFile) writeFileAtomic(userPath(output, io.cwd), text)
  const exit: Exit = { code: 0, reason: 'ok' }
  const report: InitReport = {
    ok: true,
    schemaVersion: 1,
    ...(isFile && { path: output }),
    text,
    tables: draft.tables.length,
    exit,
  }
  if (json) io.stdout(`${JSON.stringify(report, null, 2)}\n`)
  else if (!isFile) io.stdout(text)
  if (!quiet)
    tell(report, [...ofDdl.findings, ...parseWorkload(text, { file: output }).findings], io)
  return exit
}

function tell({ path, tables }: InitReport, findings: readonly Finding[], io: Io): void {
  const colors = paint(wantsColor('auto', io.env, io.stderrIsTty))
  const serious = findings.filter(({ level }) => level === 'error')
  for (const finding of serious) io.stderr(`${formatFinding(finding, colors)}\n\n`)
  if (serious.length > 0)
    io.stderr(`${countFindings(serious)} to mend before the file can be used\n`)
  if (path === undefined) return
  io.stderr(`wrote ${path} with ${counted(tables, 'table')}\n`)
  io.stderr(`next: lakebase check --config ${path}\n`)
}
