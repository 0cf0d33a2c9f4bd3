import * as v from 'valibot'
import { error, type Report } from '../findings.js'
import type { ParameterValue } from '../generator.js'
import type { HeaderLine } from './header-line.js'

/** What `-- PARAMETERS` says: rows of values, or names alone, which say how nothing is drawn. */
export type ParameterRows =
  | {
      readonly kind: 'rows'
      readonly line: HeaderLine
      /** Of each column; undefined when the statement has `%s` in place of names. */
      readonly names?: readonly string[]
      readonly rows: readonly (readonly ParameterValue[])[]
    }
  | { readonly kind: 'names'; readonly line: HeaderLine; readonly names: readonly string[] }

const scalar = v.union([v.string(), v.number(), v.boolean(), v.null()])
const rowsSchema = v.pipe(
  v.union([
    v.array(v.array(scalar)),
    v.array(v.record(v.string(), scalar)),
    v.pipe(
      v.array(scalar),
      v.transform((values) => values.map((value) => [value])),
    ),
  ]),
  v.minLength(1),
)

/** `[[1, "a"], [2, "b"]]` for `%s`, `[{"id": 1}]` for names, or a list of names. */
export function readRows(line: HeaderLine, report: Report): ParameterRows | undefined {
  const { value, placeOf } = line
  if (/^\w+(?:\s*,\s*\w+)*$/.test(value.text)) {
    return { kind: 'names', line, names: value.text.split(/\s*,\s*/) }
  }
  const parsed = v.safeParse(rowsSchema, json(value.text))
  if (!parsed.success) {
    const expected = '[[1, "a"], [2, "b"]]'
    report(error('LT013', 'PARAMETERS must be a JSON list of rows', placeOf(value), { expected }))
    return undefined
  }
  const names = namesOf(parsed.output[0])
  const rows = parsed.output.map((row) =>
    Array.isArray(row) ? row : (names ?? []).map((name) => row[name] ?? null),
  )
  const problem = problemOf(parsed.output)
  if (problem) {
    report(error('LT013', problem, placeOf(value)))
    return undefined
  }
  return { kind: 'rows', line, rows, ...(names ? { names } : {}) }
}

function problemOf(rows: readonly object[]): string | undefined {
  const shapes = new Set(rows.map((row) => JSON.stringify(Object.keys(row))))
  if (shapes.size > 1) return 'the rows of PARAMETERS are not alike'
  const values = rows.flatMap((row) => Object.values(row))
  const lost = values.some((value) => Number.isInteger(value) && !Number.isSafeInteger(value))
  return lost
    ? 'a whole number of more than 53 bits is exact as text only: put it in quotes'
    : undefined
}

function namesOf(row: object | undefined): readonly string[] | undefined {
  return row === undefined || Array.isArray(row) ? undefined : Object.keys(row)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
