import { CliError, readInput } from '@lakebase/cli-kit'
import { azureCsv } from './azure-csv.js'
import { azureJson } from './azure-json.js'
import { cloudwatchCsv } from './cloudwatch-csv.js'
import { cloudwatchJson } from './cloudwatch-json.js'
import type { MetricExport } from './metric-export.js'
import { parseCsv } from './parse-csv.js'
import { performanceInsights } from './performance-insights.js'

/**
 * An export of metrics, told by what is in it.
 *
 * @throws CliError with exit code 3 when it is of no form that is known, or holds no value
 */
export function readMetrics(file: string, cwd: string): MetricExport {
  const { name, text } = readInput(file, cwd)
  const found = /^\s*[[{]/.test(text) ? ofJson(text, name) : ofCsv(text)
  if (found === undefined) throw refused(name, 'it is of no form that is known')
  if (found.series.every(({ points }) => points.length === 0)) {
    throw refused(name, `it is an export of ${found.vendor} without a value`)
  }
  return found
}

function ofJson(text: string, name: string): MetricExport | undefined {
  const document = parsed(text, name)
  return cloudwatchJson(document) ?? performanceInsights(document) ?? azureJson(document)
}

function ofCsv(text: string): MetricExport | undefined {
  const rows = parseCsv(text)
  return azureCsv(rows) ?? cloudwatchCsv(rows)
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw refused(name, `its JSON cannot be read: ${error instanceof Error ? error.message : ''}`)
  }
}

function refused(name: string, why: string): CliError {
  const hint =
    'what is read: aws cloudwatch get-metric-data or get-metric-statistics, the CSV of a CloudWatch graph, aws pi get-resource-metrics, az monitor metrics list, AzureMetrics as CSV'
  return new CliError(3, [
    { ruleId: 'METRICS', level: 'error', message: `${name}: ${why}`, file: name, hint },
  ])
}
