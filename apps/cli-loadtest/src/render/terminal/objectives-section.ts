import { formatTable, type Paint } from '@lakebase/cli-kit'
import type { RunReport } from '@lakebase/loadtest'
import { measuredText, objectiveText } from '../objective-text.js'

/** Each objective, what was measured, and whether it holds. */
export function objectivesSection({ objectives }: RunReport, paint: Paint): readonly string[] {
  if (objectives.length === 0) return []
  const rows = formatTable(
    [{ title: '' }, { title: 'objective' }, { title: 'measured' }],
    objectives.map((result) => [
      result.holds ? 'holds' : 'FAILS',
      objectiveText(result.objective),
      measuredText(result),
    ]),
  ).slice(1)
  const held = objectives.filter(({ holds }) => holds).length
  const lines = rows.map((line, index) =>
    objectives[index]?.holds ? `  ${line}` : paint.red(`  ${line}`),
  )
  return [
    [`${paint.bold('Objectives')}  ${held} of ${objectives.length} hold`, ...lines].join('\n'),
  ]
}
