import type { Finding } from '../finding.js'

/** A spec from which no bundle can be made that would deploy as it is meant. Nothing was generated. */
export class BundleSpecError extends Error {
  override readonly name = 'BundleSpecError'
  readonly code = 'invalid_spec'
  readonly findings: readonly Finding[]

  constructor(findings: readonly Finding[]) {
    const lines = findings.map(({ ruleId, message }) => `  ${ruleId} ${message}`)
    super(`the spec has ${findings.length} problem(s)\n${lines.join('\n')}`)
    this.findings = findings
  }
}
