import { error, type Report } from '../findings.js'
import type { SqlText } from '../sql/sql-text.js'
import type { SqlToken } from '../sql/sql-tokens.js'

/** `${name}`, as the old runner's files have it, as the parameter `:name`. */
export function withDollarParameters(
  tokens: readonly SqlToken[],
  sql: SqlText,
  report: Report,
): readonly SqlToken[] {
  const replaced: SqlToken[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const [dollar, open, name, close] = tokens.slice(at, at + 4)
    if (
      dollar?.text === '$' &&
      open?.text === '{' &&
      name?.kind === 'word' &&
      close?.text === '}'
    ) {
      replaced.push({ kind: 'parameter', text: name.text, start: dollar.start, end: close.end })
      at += 3
      continue
    }
    if (!dollar) continue
    if (dollar.kind === 'string' && /\$\{\w+\}/.test(dollar.text)) report(inString(dollar, sql))
    replaced.push(dollar)
  }
  return replaced
}

function inString({ text, start, end }: SqlToken, sql: SqlText) {
  const hint = 'Take the quotes off: the value is bound, and needs none.'
  return error('LT014', `${text} holds a parameter within quotes`, sql.place(start, end), { hint })
}
