import type { CheckCounts, Checks } from '../report/conversion-report.js'

/** `grammar 9 passed; census of clauses 9 passed; EXPLAIN 8 passed, 1 failed`, without checks that were not made. */
export function checksText({ grammar, census, explain }: Checks): string {
  const parts = [
    ...madeText('grammar', grammar),
    ...madeText('census of clauses', census),
    ...madeText('EXPLAIN', explain),
    ...(explain.withoutTable > 0
      ? [`${explain.withoutTable} not planned for want of a table`]
      : []),
  ]
  return parts.join('; ') || 'nothing to check'
}

function madeText(name: string, { passed, failed }: CheckCounts): readonly string[] {
  if (passed + failed === 0) return []
  return [`${name} ${passed} passed${failed === 0 ? '' : `, ${failed} failed`}`]
}
