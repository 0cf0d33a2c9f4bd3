import { error, note, type Report, warning } from '../findings.js'
import type { DeclaredParameter } from '../script/scope.js'
import type { SqlText } from '../sql/sql-text.js'
import type { SqlToken } from '../sql/sql-tokens.js'
import { type HeaderLine, headerLine } from './header-line.js'
import { readParam } from './read-param.js'
import { type ParameterRows, readRows } from './read-rows.js'

/** What the comments at the head of a SQL file say of it. */
export interface Headers {
  readonly weight?: number
  readonly parameters: readonly DeclaredParameter[]
  readonly rows?: ParameterRows
}

/** Reads `-- WEIGHT: 40`, `-- PARAM id = random(1, 10)`, `-- PARAMETERS: [[1, "a"]]` and `-- EXEC_COUNT: 40`. */
export function readHeaders(tokens: readonly SqlToken[], sql: SqlText, report: Report): Headers {
  const lines = tokens.flatMap((token) => headerLine(token, sql) ?? [])
  const parameters: DeclaredParameter[] = []
  let weight: number | undefined
  let executions: { readonly line: HeaderLine; readonly count: number } | undefined
  let rows: ParameterRows | undefined
  for (const line of lines) {
    switch (line.word) {
      case 'PARAM': {
        const parameter = readParam(line, report)
        if (parameter) addOnce(parameters, parameter, report)
        break
      }
      case 'PARAMETERS':
        rows = readRows(line, report)
        break
      case 'WEIGHT':
        weight = readNumber(line, report)
        break
      case 'EXEC_COUNT': {
        const count = readNumber(line, report)
        executions = count === undefined ? undefined : { line, count }
        break
      }
    }
  }
  const counted = executions && executionWeight(executions, weight, rows, report)
  const found = weight ?? counted
  return {
    ...(found === undefined ? {} : { weight: found }),
    parameters,
    ...(rows ? { rows } : {}),
  }
}

function addOnce(parameters: DeclaredParameter[], one: DeclaredParameter, report: Report): void {
  if (parameters.some(({ name }) => name === one.name)) {
    report(error('LT013', `PARAM ${one.name} stands here a second time`, one.place))
  } else parameters.push(one)
}

function readNumber({ word, value, placeOf }: HeaderLine, report: Report): number | undefined {
  const number = /^\d+(?:\.\d+)?$/.test(value.text) ? Number(value.text) : 0
  if (number > 0 && number <= 1e9) return number
  report(error('LT013', `${word} must be a number above 0, not "${value.text}"`, placeOf(value)))
  return undefined
}

/** A run is as long as its load says; how often each file is executed becomes its share of it. */
function executionWeight(
  { line, count }: { readonly line: HeaderLine; readonly count: number },
  weight: number | undefined,
  rows: ParameterRows | undefined,
  report: Report,
): number {
  const sets = rows?.kind === 'rows' ? rows.rows.length : 1
  const place = line.placeOf(line.value)
  if (weight === undefined) {
    const shown = sets > 1 ? `${count} × ${sets} rows of PARAMETERS` : String(count)
    report(note('LT015', `EXEC_COUNT is taken as the weight: ${shown}`, place))
  } else {
    report(warning('LT016', 'EXEC_COUNT does nothing beside WEIGHT', place))
  }
  return count * sets
}
