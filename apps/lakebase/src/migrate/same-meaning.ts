import { parseWorkload, type Workload } from '@lakebase/config'

/** Whether a text is read as the same workload, but for where things stand and what they were called. */
export function sameMeaning(workload: Workload, text: string, file: string): boolean {
  const { workload: other } = parseWorkload(text, { file })
  return other !== undefined && meaning(other) === meaning(workload)
}

/** The public promotion applies with and without the old key that named it. */
function meaning({ legacy: _, discounts, ...workload }: Workload): string {
  const own = discounts.filter(({ promotion }) => !promotion)
  return JSON.stringify({ ...workload, discounts: own }, (key, value) =>
    key === 'at' || key === 'legacyCu' ? undefined : value,
  )
}
