import type { Column } from '../workload.js'
import { at, plural, type Rule } from './rule.js'

const UNSUPPORTED = /\b(?:GEOGRAPHY|GEOMETRY|VARIANT|OBJECT)\b/i
const TEXT = /\b(?:STRING|VARCHAR|CHAR|ARRAY|MAP|STRUCT)\b/i

/** LB025: types that a synced table cannot have. */
export const unsupportedType: Rule = ({ sync }, source) =>
  sync.tables.flatMap(({ name, columns, at: table }) =>
    columns.flatMap((column, index) => {
      if (!UNSUPPORTED.test(column.type)) return []
      const message = `${name}: column "${column.name}" has the type ${column.type}, which cannot be synced`
      const hint = 'Leave the column out with a view, or cast it to STRING there.'
      const path = [...table, 'columns', index, 'type']
      return at(source, path, { ruleId: 'LB025', level: 'error', message, hint })
    }),
  )

/** LB026: one byte 0x00 in a text stops the sync. */
export const nulBytes: Rule = ({ sync }, source) =>
  sync.tables.flatMap(({ name, columns, at: table }) => {
    const texts = columns.filter(hasText)
    if (texts.length === 0 || source.read([...table, 'nul_bytes_checked']) === true) return []
    const message = `${name}: ${plural(texts.length, 'text column')} not checked for 0x00 bytes, which stop a sync`
    const hint = `Count rows with contains(${texts[0]?.name}, char(0)), then write nul_bytes_checked: true.`
    return at(source, [...table, 'columns'], { ruleId: 'LB026', level: 'warn', message, hint })
  })

function hasText({ type }: Column): boolean {
  return TEXT.test(type)
}
