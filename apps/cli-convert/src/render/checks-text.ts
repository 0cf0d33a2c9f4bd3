import type { CheckCounts, Checks } from '../report/conversion-report.js'

/** `grammar 9 passed; census 9 passed; EXPLAIN 8 passed, 1 failed`; checks that nothing went through are left out. */
export function checksText({ grammar, census, explain }: Checks): string {
  const parts = [
    ['grammar', grammar],
    ['census of clauses', census],
    ['EXPLAIN', explain],
  ] as const
  const made = parts.filter(([, { passed, failed }]) => passed + failed > 0)
  return (
    made.map(([name, counts]) => `${name} ${countsText(counts)}`).join('; ') || 'nothing to check'
  )
}

function countsText({ passed, failed }: CheckCounts): string {
  return failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} failed`
}
