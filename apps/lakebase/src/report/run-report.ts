import { dirname } from 'node:path'
import {
  checkOutputs,
  type Exit,
  type Io,
  paint,
  parseOutputs,
  readWorkloadFile,
  usageError,
  userPath,
  wantsColor,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import { anonymize } from '../journey/anonymize/anonymize.js'
import { renderJourney } from '../journey/html/render-journey.js'
import type { JourneyReport } from '../journey/journey-report.js'
import { makeJourney } from '../journey/make-journey.js'
import { journeyJson } from '../journey/render-json.js'
import { stepLines } from '../journey/terminal.js'
import { besideWorkload } from './beside-workload.js'
import { readBack } from './read-back.js'
import type { ReportOptions } from './report-options.js'

const FORMATS = ['html', 'json'] as const
const RENDER = { html: renderJourney, json: journeyJson }

/** Options, load, compute, render, write. */
export async function runReport(options: ReportOptions, io: Io): Promise<Exit> {
  const outputs = parseOutputs(options.outputs, FORMATS)
  checkOptions(options)
  checkOutputs(outputs, io.cwd, options.force)
  const made = options.from === undefined ? await make(options, io) : readBack(options.from, io.cwd)
  const report = options.anonymize ? anonymize(made) : made

  const files = outputs.map(({ path, format }) => ({ path, text: RENDER[format](report) }))
  const toDisk = files.filter(({ path }) => path !== '-')
  for (const { path, text } of toDisk) writeFileAtomic(userPath(path, io.cwd), text)
  const toStdout = files.filter(({ path }) => path === '-')
  if (options.json) io.stdout(journeyJson(report))
  else if (toStdout.length > 0) for (const { text } of toStdout) io.stdout(text)
  else {
    const colors = paint(wantsColor(options.color ?? 'auto', io.env, io.stdoutIsTty))
    io.stdout(report.steps.map((step) => stepLines(step, colors)).join(''))
  }
  if (options.quiet) return report.exit
  if (toDisk.length > 0) io.stderr(`wrote ${toDisk.map(({ path }) => path).join(', ')}\n`)
  else if (!options.json && toStdout.length === 0) io.stderr('next: the same with -o report.html\n')
  return report.exit
}

async function make(options: ReportOptions, io: Io): Promise<JourneyReport> {
  const config = readWorkloadFile(options.config, io.cwd).name
  return makeJourney(
    {
      config,
      ...besideWorkload(options, dirname(config), io.cwd),
      ddl: options.ddl,
      ...(options.bundle !== undefined && { bundle: options.bundle }),
      ...(options.run !== undefined && { run: options.run }),
      measure: !options.noMeasure,
      explain: !options.noExplain,
      write: false,
      quiet: options.quiet,
    },
    io,
  )
}

function checkOptions({ from, config, queries, run }: ReportOptions): void {
  if (from !== undefined && [config, queries, run].some((other) => other !== undefined)) {
    throw usageError(
      '--from reads a report that is made already',
      'leave out --config, --queries and --run',
    )
  }
}
