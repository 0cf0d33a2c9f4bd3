import { type Exit, type Io, paint, progressLine, userPath, wantsColor } from '@lakebase/cli-kit'
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
  const report = await makeJourney(INPUT, { ...io, cwd: folder }, (step) => {
    progress.clear()
    say(stepLines(step, colors))
    if (step.id === 'bundle') progress.show('planning the queries on a PostgreSQL 17 of our own …')
  })
  progress.clear()
  writeReports(report, folder)

  if (options.json) io.stdout(journeyJson(report))
  const seconds = (io.now().getTime() - started.getTime()) / 1000
  say(`\n${name}: ${whatChanged(before, folderContents(folder))}, in ${seconds.toFixed(1)} s\n`)
  say(`${colors.bold('Report')}    ${name}/report.html\n`)
  say(
    `${colors.bold('Next')}      lakebase check, estimate, bundle, convert: the same with files of yours\n`,
  )
  return report.exit
}

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
