import type { YamlPath } from '@lakebase/config'
import { warning } from '../findings.js'
import type { YamlFile } from '../yaml/yaml-file.js'
import type { LegacyFile, LegacyScenario } from './legacy-schema.js'

/**
 * The time-out of all statements of a scenario, in ms: the longest of its queries, for one holds for all of a run. Where
 * not every query has one, that of the connection.
 */
export function legacyTimeout(
  scenario: LegacyScenario,
  path: YamlPath,
  { postgres_connection: connection }: LegacyFile,
  file: YamlFile,
): number | undefined {
  const times = scenario.query_patterns.map((pattern) => pattern.max_execution_time)
  const own = times.filter((time) => time !== undefined)
  const longest = own.length === times.length ? Math.max(...own) : connection?.query_timeout
  for (const [index, time] of times.entries()) {
    if (time === undefined || time === longest) continue
    const place = file.source.locate([...path, 'query_patterns', index, 'max_execution_time'])
    const instead = longest === undefined ? 'query_timeout, which is missing' : `${longest} s`
    const message = `max_execution_time ${time} s does nothing here: one time-out holds for all queries of a run, ${instead}`
    file.report(warning('LT016', message, place))
  }
  return longest === undefined ? undefined : longest * 1000
}
