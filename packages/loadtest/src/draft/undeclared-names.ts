import { withConvertedParameters } from '../scenario/headers/converted-parameters.js'
import { readHeaders } from '../scenario/headers/read-headers.js'
import { splitScript } from '../scenario/sql/split-statements.js'
import type { SqlText } from '../scenario/sql/sql-text.js'
import { sqlTokens } from '../scenario/sql/sql-tokens.js'

/** The parameters of a script that its own headers do not declare, by first use. */
export function undeclaredNames(sql: SqlText): readonly string[] {
  const tokens = sqlTokens(sql.text)
  const { parameters, rows } = readHeaders(tokens, sql, () => undefined)
  const declared = new Set([
    ...parameters.map(({ name }) => name),
    ...((rows?.kind === 'rows' ? rows.names : undefined) ?? []),
  ])
  const used = withConvertedParameters(tokens, splitScript(tokens)).flatMap((part) =>
    part.kind === 'meta'
      ? []
      : part.tokens.flatMap(({ kind, text, maybeSlice }) =>
          kind === 'parameter' && !maybeSlice ? [text] : [],
        ),
  )
  return [...new Set(used)].filter((name) => !declared.has(name))
}
