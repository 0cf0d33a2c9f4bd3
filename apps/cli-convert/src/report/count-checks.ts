import type { Check, Verification } from '@lakebase/sql-convert/verify'
import { WITHOUT_TABLE_WHY } from '../verify/apply-verification.js'
import type { CheckCounts, Checks } from './conversion-report.js'

/** How often each check passed, failed and was not made; undefined where there were none. */
export function countChecks(verifications: readonly Verification[]): Checks | undefined {
  if (verifications.length === 0) return undefined
  const counts = (of: (verification: Verification) => Check): CheckCounts => {
    const outcomes = verifications.map((one) => of(one).outcome)
    const count = (outcome: Check['outcome']) => outcomes.filter((one) => one === outcome).length
    return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') }
  }
  return {
    grammar: counts(({ grammar }) => grammar),
    census: counts(({ census }) => census),
    explain: { ...counts(({ explain }) => explain), withoutTable: withoutTable(verifications) },
  }
}

function withoutTable(verifications: readonly Verification[]): number {
  return verifications.filter(
    ({ explain }) => explain.outcome === 'skipped' && explain.why === WITHOUT_TABLE_WHY,
  ).length
}
