import { dirname, join } from 'node:path'
import {
  CliError,
  checkOutputs,
  type Exit,
  fileError,
  type Io,
  parseOutputs,
  readInput,
  readWorkloadFile,
  userPath,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import { fillTables, LoadtestError, parseScenario } from '@lakebase/loadtest'
import type { InitOptions } from '../commands/init-command.js'
import { describedWorkload } from '../target/described-workload.js'
import { ddlOf } from '../target/workload-tables.js'
import { findQueries } from './find-queries.js'
import type { InitReport } from './init-report.js'
import { makeDraft } from './make-draft.js'
import { renderScenario } from './render-scenario.js'
import { guessesOf } from './scenario-draft.js'

/** Options, load, draft, render, write. */
export async function runInit(options: InitOptions, io: Io): Promise<Exit> {
  const { output = 'loadtest.yml', quiet, json } = options
  checkOutputs(parseOutputs([output], ['yml', 'yaml']), io.cwd, options.force)
  const { name: file, discovered } = readWorkloadFile(options.workload, io.cwd)
  if (discovered && !quiet) io.stderr(`taking ${file}\n`)
  const scenarioFolder = output === '-' ? io.cwd : dirname(userPath(output, io.cwd))
  const { text, queries, guesses, setup } = await draftText(file, options, scenarioFolder, io)
  checkText(text, output, scenarioFolder)
  const isFile = output !== '-'
  if (isFile) writeFileAtomic(userPath(output, io.cwd), text)
  const exit: Exit = { code: 0, reason: 'ok' }
  const report: InitReport = {
    ok: true,
    schemaVersion: 1,
    kind: 'init',
    ...(isFile && { path: output }),
    ...{ text, queries, guesses, setup, exit },
  }
  if (json) io.stdout(`${JSON.stringify(report, null, 2)}\n`)
  else if (!isFile) io.stdout(text)
  if (!quiet) tell(report, nextCommand(output, file, report, scenarioFolder, io), io)
  return exit
}

async function draftText(
  file: string,
  { ddl, queries: folder, name }: InitOptions,
  scenarioFolder: string,
  io: Io,
) {
  const workloadFolder = dirname(userPath(file, io.cwd))
  const workload = describedWorkload(file, ddlOf(file, ddl, io.cwd), io.cwd)
  const tables = fillTables(workload, 1)
  try {
    const places = { cwd: io.cwd, workloadFolder, scenarioFolder }
    const found = findQueries(workload, tables, folder, places)
    const today = io.now()
    const { draft, setup } = await makeDraft(workload, found, tables, {
      name: name ?? workload.name,
      today,
    })
    const made = found.some(({ isMade }) => isMade)
    const guesses = [
      ...(made ? ['the queries (the workload has none: --queries FOLDER)'] : []),
      ...guessesOf(draft),
    ]
    return { text: renderScenario(draft), queries: draft.queries.length, guesses, setup }
  } catch (error) {
    if (!(error instanceof LoadtestError)) throw error
    throw fileError(`LOADTEST_${error.code}`, error.message, undefined, error)
  }
}

/** What is written has to load: what stands in the way is said now, and nothing is written. */
function checkText(text: string, output: string, folder: string): void {
  const { findings } = parseScenario(text, output, {
    readText: (path) => readInput(path, folder).text,
  })
  const errors = findings.filter(({ level }) => level === 'error')
  if (errors.length > 0) throw new CliError(3, errors)
}

function tell({ path, queries, guesses, setup }: InitReport, next: string, io: Io): void {
  if (guesses.length > 0) io.stderr(`guessed:\n${guesses.map((one) => `  ${one}\n`).join('')}`)
  if (setup.length > 0) io.stderr(`no query, to be run before: ${setup.join(', ')}\n`)
  if (path === undefined) return
  io.stderr(`wrote ${path} with ${queries} ${queries === 1 ? 'query' : 'queries'}\n`)
  io.stderr(`next: ${next}\n`)
}

/** What runs it, on a machine that has nothing. */
function nextCommand(
  output: string,
  workload: string,
  { setup }: InitReport,
  scenarioFolder: string,
  { cwd }: Io,
): string {
  const isBeside = userPath(workload, cwd) === join(scenarioFolder, 'workload.yml')
  return [
    `lakebase-loadtest run ${output} --embedded --rate 50/s --duration 10s`,
    ...(isBeside && setup.length === 0 ? [] : [`--workload ${workload}`]),
    ...setup.map((file) => `--setup ${file}`),
  ].join(' ')
}
