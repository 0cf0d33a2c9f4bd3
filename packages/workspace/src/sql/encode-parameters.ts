import { WorkspaceError } from '../workspace-error.js'
import type { SqlParameter } from './sql-rows.js'

/** A parameter as the Statement Execution API takes it. Without a value it is null. */
export interface EncodedParameter {
  readonly name: string
  readonly type: string
  readonly value?: string
}

export function encodeParameters(
  parameters: Readonly<Record<string, SqlParameter>>,
): readonly EncodedParameter[] {
  return Object.entries(parameters).map(([name, value]) => {
    if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
      throw new WorkspaceError('SQL', `parameter ${name}: ${value} is not exact; pass a bigint`)
    }
    const type = typeOf(value)
    return value === null ? { name, type } : { name, type, value: String(value) }
  })
}

function typeOf(value: SqlParameter): string {
  if (typeof value === 'boolean') return 'BOOLEAN'
  if (typeof value === 'bigint') return 'BIGINT'
  if (typeof value === 'number') return Number.isInteger(value) ? 'BIGINT' : 'DOUBLE'
  return 'STRING'
}
