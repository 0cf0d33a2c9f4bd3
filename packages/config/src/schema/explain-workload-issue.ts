import { DURATION_WORDS } from '../schedule/parse-duration.js'
import { parseSchedule, SCHEDULE_WORDS } from '../schedule/parse-schedule.js'
import { shown } from '../yaml/describe-issue.js'
import type { ExplainIssue } from '../yaml/issue-findings.js'

/** Says of schedules (LB014) and durations (LB006) what valibot cannot know. */
export const explainWorkloadIssue: ExplainIssue = ({ expected, input }) => {
  if (typeof input !== 'string') return undefined
  if (expected === DURATION_WORDS) {
    return { ruleId: 'LB006', message: `${shown(input)} is not a duration`, expected }
  }
  if (expected !== SCHEDULE_WORDS) return undefined
  const parsed = parseSchedule(input)
  if ('schedule' in parsed) return undefined
  const { problem, ...details } = parsed
  return { ruleId: 'LB014', message: problem, expected, ...details }
}
