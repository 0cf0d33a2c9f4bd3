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
import type { Draft, FoundLoad, InitReport } from './draft.js'
import type { InitOptions } from './init-options.js'
import { loadFromMetrics } from './metrics/load-from-metrics.js'
import { fromPostgres } from './postgres/from-postgres.js'
import { renderDraft } from './render-draft.js'
import { tablesFromCatalog } from './tables-from-catalog.js'
import { tablesFromDdl } from './tables-from-ddl.js'

/** Options, look, ask, render, write. */
export async function runInit(options: InitOptions, io: Io): Promise<Exit> {
  const {
    output = 'workload.yml',
    fromDdl,
    fromCatalog,
    fromPg,
    fromMetrics,
    quiet,
    json,
  } = options
  const outputs = parseOutputs([output], ['yml', 'yaml'])
  checkOutputs(outputs, io.cwd, options.force)
  const mayAsk = !options.noInput && !json && io.stderrIsTty && process.stdin.isTTY === true
  const isSaid = [fromCatalog, fromPg, ...fromDdl, ...fromMetrics].some((one) => one !== undefined)
  if (!isSaid && !mayAsk) {
    throw usageError(
      'nothing says what the workload is',
      '--from-ddl tables.sql, --from-catalog main.shop, --from-pg DATABASE_URL or --from-metrics cloudwatch.json; in a terminal it asks',
    )
  }
  const ofDdl = tablesFromDdl(fromDdl, io.cwd)
  const ofCatalog = fromCatalog === undefined ? [] : await tablesFromCatalog(fromCatalog, quiet, io)
  const ofMetrics = fromMetrics.map((file) => loadFromMetrics(file, io.cwd))
  const database = fromPg === undefined ? undefined : await fromPostgres(fromPg, quiet, io)
  const answers = mayAsk ? [await ask()] : []
  const draft: Draft = {
    name: options.name ?? (basename(io.cwd) || 'workload'),
    ...together([...(database ? [database.found] : []), ...ofMetrics, ...answers]),
    tables: [...ofDdl.tables, ...ofCatalog, ...(database?.tables ?? [])],
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

/** What was found last is nearest to the user: answers before metrics before means of counters. */
function together(found: readonly FoundLoad[]): Omit<Draft, 'name' | 'tables'> {
  const last = (key: 'cloud' | 'region') => found.findLast((one) => one[key] !== undefined)?.[key]
  const [cloud, region] = [last('cloud'), last('region')]
  return {
    ...(cloud !== undefined && { cloud }),
    ...(region !== undefined && { region }),
    load: Object.assign({}, ...found.map(({ load }) => load)),
    notes: found.flatMap(({ notes }) => notes),
  }
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
