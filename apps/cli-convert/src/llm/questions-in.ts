import type { ConvertedStatement } from '@lakebase/sql-convert'
import type { ConvertedSource } from '../convert-sources.js'

/** Statements that a model may know and the rules do not. */
export function questionsIn({ result }: ConvertedSource): readonly ConvertedStatement[] {
  return result.statements.filter(
    ({ status }) => status === 'unsupported' || status === 'parse_error',
  )
}
