import { type Exit, type Io, paint, progressLine, userPath, wantsColor } from '@lakebase/cli-kit'
import type { JourneyStep } from '../journey/journey-report.js'
import { makeJourney } from '../journey/make-journey.js'
import { journeyJson } from '../journey/render-json.js'
import { stepLines } from '../journey/terminal.js'
import { versionText } from '../version.js'
import type { DemoOptions } from './demo-options.js'
import { folderContents, whatChanged } from './folder-contents.js'
import { layOutSample } from './lay-out-sample.js'
import { writeReports } from './write-reports.js'

const FOLDER = 'lakebase-demo'

/** Options, load, compute, render, write: each step is told as soon as it is done. */
export async function runDemo(options: DemoOptions, io: Io): Promise<Exit> {
  const name = options.outputDir ?? FOLDER
  const folder = userPath(name, io.cwd)
  const colors = paint(wantsColor(options.color ?? 'auto', io.env, io.stdoutIsTty))
  const say = (text: string) => {
    if (!options.json && !options.quiet) io.stdout(text)
  }
  const started = io.now()
  const before = folderContents(folder)
  layOutSample(folder)
  say(`${colors.bold('Lakebase Accelerator')} ${versionText()}\n`)
  say(
    colors.dim(
      'the sample "shop": ten synced tables, its queries; nothing leaves this machine\n\n',
    ),
  )

  const progress = progressLine(io, options.quiet)
  progress.show('sizing and pricing …')
  const input = options.noLoad ? INPUT : { ...INPUT, loadTest: LOAD_TEST }
  const onStep = (step: JourneyStep) => {
    progress.clear()
    say(stepLines(step, colors))
    if (step.id === 'bundle') progress.show('planning the queries on a PostgreSQL 17 of our own …')
  }
  const report = await makeJourney(input, { ...io, cwd: folder }, onStep, progress.show)
  progress.clear()
  writeReports(report, folder)

  if (options.json) io.stdout(journeyJson(report))
  const seconds = (io.now().getTime() - started.getTime()) / 1000
  const changes = whatChanged(before, folderContents(folder))
  const anew = before.size > 0 && report.loadTest ? ' (the load was measured anew)' : ''
  say(`\n${name}: ${changes}${anew}, in ${seconds.toFixed(1)} s\n`)
  say(`${colors.bold('Report')}    ${name}/report.html\n`)
  say(
    `${colors.bold('Next')}      lakebase check, estimate, bundle, convert: the same with files of yours\n`,
  )
  return report.exit
}

/** A few thousand rows of each large table fill in seconds, and are enough for an index to matter. */
const LOAD_TEST = { scenario: 'loadtest.yml', scale: 1 / 2000 } as const

/** Paths within the folder. */
const INPUT = {
  config: 'workload.yml',
  ddl: [],
  schemas: ['tables.sql'],
  queries: 'queries',
  bundle: 'bundle',
  converted: 'converted',
  measure: false,
  explain: true,
  write: true,
  quiet: true,
} as const
