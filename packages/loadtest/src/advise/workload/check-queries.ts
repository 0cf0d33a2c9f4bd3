import { AdviseError } from '../advise-error.js'
import type { WorkloadQuery } from '../advise-options.js'

/** @throws AdviseError BAD_QUERY */
export function checkQueries(queries: readonly WorkloadQuery[]): void {
  const ids = new Set<string>()
  for (const { id, weight } of queries) {
    if (ids.has(id)) throw new AdviseError('BAD_QUERY', `two queries have the id ${id}`)
    if (!(weight > 0 && Number.isFinite(weight)))
      throw new AdviseError('BAD_QUERY', `${id}: the weight is ${weight}, and must be above 0`)
    ids.add(id)
  }
}
