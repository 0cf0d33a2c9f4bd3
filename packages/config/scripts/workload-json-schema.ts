import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import { workloadSchema } from '../src/schema/workload-schema.js'

/** The editor's view of a workload file. Rules over several keys, schedules and durations are not in it. */
export function workloadJsonSchema() {
  const schema = toJsonSchema(workloadSchema, {
    target: 'draft-07',
    typeMode: 'input',
    ignoreActions: ['check', 'finite', 'raw_transform', 'transform'],
    overrideAction: ({ valibotAction }) => {
      const values = anyCaseValues(valibotAction)
      if (!values) return undefined
      // Two ways to say it: the list completes in an editor, the pattern ignores letter case.
      return { anyOf: [{ enum: [...values] }, { type: 'string', pattern: anyCase(values) }] }
    },
  })
  return { $id: '@lakebase/config/workload.schema.json', ...schema }
}

function anyCaseValues(action: v.PipeAction<unknown, unknown, v.BaseIssue<unknown>>) {
  if (action.type !== 'metadata' || !('metadata' in action)) return undefined
  const { metadata } = action
  if (typeof metadata !== 'object' || metadata === null || !('anyCase' in metadata))
    return undefined
  return Array.isArray(metadata.anyCase) ? metadata.anyCase.map(String) : undefined
}

/** `^(?:[Aa][Ww][Ss])$`: JSON Schema has no flag for letter case. */
function anyCase(values: readonly string[]): string {
  const letters = (value: string) =>
    value.replace(/[a-z]/gi, (one) => `[${one.toUpperCase()}${one.toLowerCase()}]`)
  return `^(?:${values.map(letters).join('|')})$`
}
