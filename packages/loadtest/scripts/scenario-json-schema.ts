import { toJsonSchema } from '@valibot/to-json-schema'
import { scenarioSchema } from '../src/scenario/yaml/scenario-schema.js'

/** The editor's view of a scenario file. What several keys say together, times and rates are checked by `parseScenario`. */
export function scenarioJsonSchema() {
  const schema = toJsonSchema(scenarioSchema, {
    target: 'draft-07',
    typeMode: 'input',
    ignoreActions: ['check', 'finite', 'raw_transform', 'safe_integer', 'transform'],
  })
  return { ...schema, $id: '@lakebase/loadtest/scenario.schema.json' }
}
