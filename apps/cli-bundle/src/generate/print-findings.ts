import {
  countFindings,
  formatFinding,
  type Io,
  paint,
  sortFindings,
  wantsColor,
} from '@lakebase/cli-kit'
import type { Finding } from '@lakebase/config'

/** Findings on stderr, most important first. */
export function printFindings(
  findings: readonly Finding[],
  color: 'auto' | 'always' | 'never' | undefined,
  io: Io,
): void {
  if (findings.length === 0) return
  const colors = paint(wantsColor(color ?? 'auto', io.env, io.stderrIsTty))
  for (const finding of sortFindings(findings)) io.stderr(`${formatFinding(finding, colors)}\n\n`)
  io.stderr(`${countFindings(findings)}\n`)
}
