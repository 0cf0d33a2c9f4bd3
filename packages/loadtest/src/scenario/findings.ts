import type { Finding, Place } from '@lakebase/config'

/** Collects what is wrong while a scenario is read: everything is told at once. */
export type Report = (finding: Finding) => void

type Details = Pick<Finding, 'hint' | 'suggestion' | 'expected' | 'why'>

export function error(
  ruleId: string,
  message: string,
  place: Partial<Place>,
  details: Details = {},
): Finding {
  return { ruleId, level: 'error', message, ...details, ...place }
}

export function warning(
  ruleId: string,
  message: string,
  place: Partial<Place>,
  details: Details = {},
): Finding {
  return { ruleId, level: 'warn', message, ...details, ...place }
}

export function note(
  ruleId: string,
  message: string,
  place: Partial<Place>,
  details: Details = {},
): Finding {
  return { ruleId, level: 'note', message, ...details, ...place }
}
