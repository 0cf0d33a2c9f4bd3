import type { Finding } from '@lakebase/bundle-gen'
import { type Exit, GENERATOR } from '@lakebase/cli-kit'

/** What `lint --json` prints. Version 1; fields are added, never changed. */
export interface LintReport {
  readonly ok: boolean
  readonly schemaVersion: 1
  /** Marks files that a later run may replace. */
  readonly generator: string
  readonly folder: string
  readonly findings: readonly Finding[]
  readonly exit: Exit
}

export function lintReport(folder: string, findings: readonly Finding[]): LintReport {
  const exit = exitOf(findings)
  return {
    ok: exit.code === 0,
    schemaVersion: 1,
    generator: GENERATOR,
    folder,
    findings,
    exit,
  }
}

function exitOf(findings: readonly Finding[]): Exit {
  const isBroken = findings.some(({ level }) => level === 'error')
  return isBroken ? { code: 1, reason: 'findings at error level' } : { code: 0, reason: 'ok' }
}
