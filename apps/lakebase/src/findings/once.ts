import type { PartFinding } from './part-finding.js'

/**
 * Estimate and bundle read the same file, and each says what it finds there. Of two that say the same, one
 * without a place gives way to the one that has it.
 */
export function once(findings: readonly PartFinding[]): readonly PartFinding[] {
  const distinct = new Map(findings.map((finding) => [keyOf(finding), finding]))
  const placed = new Set([...distinct.values()].filter(hasPlace).map(saidBy))
  return [...distinct.values()].filter(
    (finding) => hasPlace(finding) || !placed.has(saidBy(finding)),
  )
}

function keyOf(finding: PartFinding): string {
  const { file, line, column } = finding
  return JSON.stringify([saidBy(finding), file, line, column])
}

function saidBy({ ruleId, message }: PartFinding): string {
  return JSON.stringify([ruleId, message])
}

function hasPlace({ line }: PartFinding): boolean {
  return line !== undefined
}
