import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PrintableFinding } from '../finding.js'
import { GENERATOR } from '../output-file.js'

/** A finding whose end may be known, too. */
export interface SarifFinding extends PrintableFinding {
  readonly endLine?: number
  readonly endColumn?: number
}

interface SarifRun {
  /** The program that found them. */
  readonly tool: string
  readonly version: string
  readonly findings: readonly SarifFinding[]
  /** What each rule is called. */
  readonly titles: ReadonlyMap<string, string>
}

/**
 * Errors and warnings as SARIF 2.1.0 (OASIS Standard, 27 March 2020), for code scanning. Notes are left
 * out: nobody has to do anything about them.
 */
export function renderSarif({ tool, version, findings, titles }: SarifRun): string {
  const serious = findings.filter(({ level }) => level !== 'note')
  const ids = [...new Set(serious.map(({ ruleId }) => ruleId))].sort()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool,
            organization: GENERATOR,
            semanticVersion: version,
            rules: ids.map((id) => ({ id, shortDescription: { text: titles.get(id) ?? id } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: serious.map((finding) => resultOf(finding, ids.indexOf(finding.ruleId))),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function resultOf(finding: SarifFinding, ruleIndex: number) {
  const { ruleId, level, message, hint } = finding
  return {
    ruleId,
    ruleIndex,
    level: level === 'warn' ? 'warning' : level,
    message: { text: hint === undefined ? message : `${message}\n${hint}` },
    locations: locationsOf(finding),
  }
}

function locationsOf({ file, line, column, length, endLine, endColumn }: SarifFinding) {
  if (file === undefined) return []
  const artifactLocation = { uri: uriOf(file) }
  if (line === undefined) return [{ physicalLocation: { artifactLocation } }]
  const end = endColumn ?? (column === undefined ? undefined : column + Math.max(1, length ?? 1))
  const region = {
    startLine: line,
    ...(column !== undefined && { startColumn: column }),
    endLine: endLine ?? line,
    ...(end !== undefined && { endColumn: end }),
  }
  return [{ physicalLocation: { artifactLocation, region } }]
}

/** Relative as the user typed it, so that a code host finds the file in the repository. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href
  return path.split(/[\\/]/).map(encodeURIComponent).join('/')
}
