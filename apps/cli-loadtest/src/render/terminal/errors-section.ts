import { decimal, formatTable, type Paint, shortened } from '@lakebase/cli-kit'
import type { RunReport } from '@lakebase/loadtest'

const MOST = 8
const LONGEST_MESSAGE = 72

/** The errors by their class, most frequent first. */
export function errorsSection({ errors }: RunReport, paint: Paint): readonly string[] {
  if (errors.length === 0) return []
  const sorted = [...errors].sort((a, b) => b.count - a.count)
  const rows = sorted
    .slice(0, MOST)
    .map(({ code, script, statement, message, count }) => [
      code,
      decimal(count),
      statement === undefined || statement === script ? script : `${script}.${statement}`,
      shortened(message.replace(/\s+/g, ' '), LONGEST_MESSAGE),
    ])
  const lines = formatTable(
    [{ title: 'error' }, { title: 'count', align: 'right' }, { title: 'in' }, { title: 'message' }],
    rows,
  )
  const rest = sorted.length - MOST
  const [head = '', ...body] = lines.map((line) => `  ${line}`)
  return [
    [
      paint.bold('Errors'),
      paint.dim(head),
      ...body,
      ...(rest > 0 ? [`  and ${rest} more kinds: --json has them all`] : []),
    ].join('\n'),
  ]
}
