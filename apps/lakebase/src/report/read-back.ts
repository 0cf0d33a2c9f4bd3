import { CliError, readInput } from '@lakebase/cli-kit'
import { Ajv } from 'ajv'
import type { JourneyReport } from '../journey/journey-report.js'
import schema from '../schema/data/report.schema.json' with { type: 'json' }

const DATA = /<script type="application\/json" id="report">(.*?)<\/script>/s

/**
 * The report within a page, or in a JSON file.
 *
 * @throws CliError with exit code 3 when there is none, or it is not one of ours
 */
export function readBack(file: string, cwd: string): JourneyReport {
  const { text } = readInput(file, cwd)
  const json = text.trimStart().startsWith('{') ? text : DATA.exec(text)?.[1]
  if (json === undefined) throw notOurs(file, 'it holds no report')
  const value = parsed(json, file)
  const isReport = new Ajv({ allowUnionTypes: true }).compile<JourneyReport>(schema)
  if (isReport(value)) return value
  const [error] = isReport.errors ?? []
  throw notOurs(
    file,
    `${error?.instancePath || 'the report'} ${error?.message ?? 'is of another form'}`,
  )
}

function parsed(json: string, file: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw notOurs(file, `its JSON cannot be read: ${why}`)
  }
}

function notOurs(file: string, why: string): CliError {
  const hint = 'name a report.html or .json that lakebase report or lakebase demo wrote'
  return new CliError(3, [
    { ruleId: 'REPORT', level: 'error', message: `${file} is no report of ours: ${why}`, hint },
  ])
}
