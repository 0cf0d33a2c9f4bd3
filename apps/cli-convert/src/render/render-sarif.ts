import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ConversionReport, StatementFinding } from '../report/conversion-report.js'

/**
 * Errors and warnings as SARIF 2.1.0 (OASIS Standard, 27 March 2020), for code scanning. Notes are left
 * out: nobody has to do anything about them.
 */
export function renderSarif({ findings, generator, version }: ConversionReport): string {
  const serious = findings.filter(({ level }) => level !== 'note')
  const ids = [...new Set(serious.map(({ ruleId }) => ruleId))].sort()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'lakebase-convert',
            organization: generator,
            semanticVersion: version,
            rules: ids.map((id) => ({ id, shortDescription: { text: RULES[id] ?? id } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: serious.map((finding) => resultOf(finding, ids.indexOf(finding.ruleId))),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

const RULES: Readonly<Record<string, string>> = {
  SQ001: 'The statement cannot be read as Databricks SQL',
  SQ002: 'There is no rule that converts this',
  SQ003: 'The columns of a table must be known to convert this',
  SQ011: 'The converted statement may give other values',
  SQ020: "PostgreSQL's grammar does not read the converted statement",
  SQ021: 'A clause got lost in the conversion',
  SQ022: 'Postgres does not plan the converted statement',
  SQ023: 'The converted statement was not planned for want of a table',
  SQ030: 'The answers of a model were refused',
  SQ031: 'A model wrote the converted statement',
}

function resultOf(finding: StatementFinding, ruleIndex: number) {
  const { ruleId, level, message, hint, file, line, column, endLine, endColumn } = finding
  return {
    ruleId,
    ruleIndex,
    level: level === 'warn' ? 'warning' : level,
    message: { text: hint === undefined ? message : `${message}\n${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  }
}

/** Relative as the user typed it, so that a code host finds the file in the repository. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href
  return path.split(/[\\/]/).map(encodeURIComponent).join('/')
}
