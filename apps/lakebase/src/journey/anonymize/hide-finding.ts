import { ruleTitles } from '../../explain/all-rules.js'
import type { PartFinding } from '../../findings/part-finding.js'

interface Shown {
  readonly ruleId: string
  readonly level: PartFinding['level']
  readonly message: string
}

/** A message may quote the user's file, so the rule's own title stands for it. */
export function hideFinding({ ruleId, level }: Omit<Shown, 'message'>): Shown {
  return { ruleId, level, message: ruleTitles.get(ruleId) ?? ruleId }
}

/** With its place, when the file's name is one that is replaced. */
export function hidePartFinding(
  finding: PartFinding,
  names: ReadonlyMap<string, string>,
): PartFinding {
  const { part, file, line, column } = finding
  const known = file === undefined ? undefined : (names.get(file) ?? part)
  return {
    ...hideFinding(finding),
    part,
    ...(known !== undefined && { file: known }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  }
}
