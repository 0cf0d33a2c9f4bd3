import type { PartFinding } from './part-finding.js'

/** Estimate and bundle read the same file, and each says what it finds there. */
export function once(findings: readonly PartFinding[]): readonly PartFinding[] {
  const keyOf = ({ ruleId, file, line, column, message }: PartFinding) =>
    JSON.stringify([ruleId, file, line, column, message])
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()]
}
