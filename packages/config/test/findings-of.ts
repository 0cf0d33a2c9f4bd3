import { parseWorkload } from '../src/parse-workload.js'

/** Findings of a workload file as lines `2:3 error LB003 unknown key "reads"`. */
export function findingsOf(text: string): readonly string[] {
  return parseWorkload(text, { file: 'w.yml' }).findings.map(
    ({ line, column, level, ruleId, message }) => `${line}:${column} ${level} ${ruleId} ${message}`,
  )
}
