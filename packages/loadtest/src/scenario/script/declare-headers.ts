import { error, type Report, warning } from '../findings.js'
import { withPercentParameters } from '../headers/percent-parameters.js'
import type { Headers } from '../headers/read-headers.js'
import type { ParameterRows } from '../headers/read-rows.js'
import type { SqlToken } from '../sql/sql-tokens.js'
import type { DeclaredParameter, Scope } from './scope.js'

/** Makes the `-- PARAM` lines known, and gives those that the scenario does not say otherwise. */
export function declareHeaders(
  headers: Headers,
  source: {
    readonly parameters: readonly DeclaredParameter[]
    readonly sharedParameters: readonly DeclaredParameter[]
  },
  scope: Scope,
  report: Report,
): readonly DeclaredParameter[] {
  const above = new Set([...source.parameters, ...source.sharedParameters].map(({ name }) => name))
  return headers.parameters.filter(({ name, generator, place }) => {
    if (above.has(name)) {
      report(
        warning(
          'LT016',
          `PARAM ${name} does nothing: the scenario says how ${name} is drawn`,
          place,
        ),
      )
      return false
    }
    scope.declare(name, generator)
    return true
  })
}

/** Makes the columns of `-- PARAMETERS` known: of one row at a time, all of them together. */
export function declareRows(
  found: ParameterRows | undefined,
  tokens: readonly SqlToken[],
  scope: Scope,
  report: Report,
): readonly SqlToken[] {
  if (found?.kind !== 'rows') return tokens
  const { line, names, rows } = found
  const width = rows[0]?.length ?? 0
  const slot = scope.drawFirst('row of PARAMETERS', {
    kind: 'uniform',
    from: 0,
    to: rows.length - 1,
  })
  for (let column = 0; column < width; column += 1) {
    const name = names?.[column] ?? `%${column + 1}`
    scope.declare(name, { kind: 'lookup', slot, values: rows.map((row) => row[column] ?? null) })
  }
  if (names) return tokens
  const replaced = withPercentParameters(tokens)
  if (replaced.count === width) return replaced.tokens
  const message = `the SQL has ${replaced.count} times %s, but the rows of PARAMETERS have ${width} values`
  report(error('LT013', message, line.placeOf(line.value)))
  return tokens
}

/** Names that the header promises and no statement has. */
export function reportUnusedRows(
  found: ParameterRows | undefined,
  used: ReadonlySet<string>,
  report: Report,
): void {
  for (const name of found?.names ?? []) {
    if (used.has(name) || !found) continue
    const place = found.line.placeOf(found.line.value)
    report(error('LT004', `no statement uses "${name}", which PARAMETERS names`, place))
  }
}
