import { dirname } from 'node:path'
import {
  type BundleSpec,
  type PreflightQuery,
  type PreflightTable,
  preflightQueries,
  runPreflight,
} from '@lakebase/bundle-gen'
import { type Exit, formatTable, type Io, userPath } from '@lakebase/cli-kit'
import { asCliError } from '@lakebase/cli-kit/workspace'
import type { Finding } from '@lakebase/config'
import type { PreflightFlags } from '../commands/preflight-options.js'
import { printFindings } from '../generate/print-findings.js'
import { readSpec } from '../generate/read-spec.js'
import { openWarehouse } from './open-warehouse.js'
import type { PreflightReport } from './preflight-report.js'

/** Prints the statements, or runs them and says what they tell. */
export async function runPreflightCommand(options: PreflightFlags, io: Io): Promise<Exit> {
  const { spec, findings } = readSpec(
    { config: options.config, product: undefined, loadTestBranch: undefined, host: undefined },
    io,
  )
  if (!options.run) return printQueries(preflightQueries(spec), findings, options, io)
  const tables = await askWarehouse(spec, options, io)
  const found = tables.flatMap((table) => table.findings)
  const errors = found.filter(({ level }) => level === 'error').length
  const exit: Exit =
    errors === 0
      ? { code: 0, reason: 'ok' }
      : { code: 1, reason: `${errors} finding${errors === 1 ? '' : 's'} at error level` }
  if (options.json) {
    printJson({ ok: errors === 0, schemaVersion: 1, tables, findings, exit }, io)
    return exit
  }
  io.stdout(`${tableLines(tables).join('\n')}\n`)
  if (!options.quiet) printFindings(found, options.color, io)
  if (errors > 0) io.stderr(`exit ${exit.code}: ${exit.reason}\n`)
  return exit
}

function printJson(report: PreflightReport, io: Io): void {
  io.stdout(`${JSON.stringify(report, null, 2)}\n`)
}

function printQueries(
  queries: readonly PreflightQuery[],
  findings: readonly Finding[],
  { json }: PreflightFlags,
  io: Io,
): Exit {
  const exit: Exit = { code: 0, reason: 'ok' }
  if (json) printJson({ ok: true, schemaVersion: 1, queries, findings, exit }, io)
  else {
    const blocks = queries.map(({ source, about, sql }) => `-- ${source}: ${about}\n${sql};\n`)
    io.stdout(blocks.join('\n'))
  }
  return exit
}

async function askWarehouse(spec: BundleSpec, options: PreflightFlags, io: Io) {
  const folder =
    options.config === undefined || options.config === '-' ? '.' : dirname(options.config)
  const { runSql, contacted, isFatal } = await openWarehouse(io, [userPath(folder, io.cwd), io.cwd])
  if (!options.quiet) io.stderr(`asking ${contacted}\n`)
  try {
    return await runPreflight(spec, runSql, {
      isFatal,
      onTable: ({ source }, done, total) => {
        if (io.stderrIsTty && !options.quiet) io.stderr(`${done} of ${total}: ${source}\n`)
      },
    })
  } catch (error) {
    throw asCliError(error)
  }
}

function tableLines(tables: readonly PreflightTable[]): readonly string[] {
  const number = (value: number | undefined) =>
    value === undefined ? '-' : value.toLocaleString('en-US')
  return formatTable(
    [
      { title: 'source' },
      { title: 'rows', align: 'right' },
      { title: 'bytes', align: 'right' },
      { title: 'widest text', align: 'right' },
      { title: 'change feed' },
      { title: 'findings', align: 'right' },
    ],
    tables.map(({ source, rows, bytes, widestTextBytes, changeDataFeed, findings }) => [
      source,
      number(rows),
      number(bytes),
      number(widestTextBytes),
      changeDataFeed === undefined ? '-' : changeDataFeed ? 'on' : 'off',
      String(findings.length),
    ]),
  )
}
