import type { ExitCode } from './exit-code.js'
import type { PrintableFinding } from './finding.js'

/** A failure whose cause and cure the user can read: printed without a stack, as findings. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly code: ExitCode
  readonly findings: readonly PrintableFinding[]

  constructor(code: ExitCode, findings: readonly PrintableFinding[], options?: ErrorOptions) {
    super(findings.map((finding) => finding.message).join('\n'), options)
    this.code = code
    this.findings = findings
  }
}

/** Wrong flags or arguments: exit code 2. */
export function usageError(message: string, hint?: string): CliError {
  return new CliError(2, [{ ruleId: 'USAGE', level: 'error', message, ...(hint && { hint }) }])
}

/** A file that is not there, cannot be read or written, or is not what it should be: exit code 3. */
export function fileError(
  ruleId: string,
  message: string,
  hint?: string,
  cause?: unknown,
): CliError {
  return new CliError(3, [{ ruleId, level: 'error', message, ...(hint && { hint }) }], { cause })
}
