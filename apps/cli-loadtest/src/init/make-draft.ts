import { CliError, type PrintableFinding } from '@lakebase/cli-kit'
import type { Workload } from '@lakebase/config'
import { type DraftedQuery, draftQuery, type FillTable } from '@lakebase/loadtest'
import { connectionsOf, rateOf } from './drafted-figures.js'
import type { FoundQuery } from './find-queries.js'
import type { DraftParameter, DraftQuery, Known, ScenarioDraft } from './scenario-draft.js'

/** A first scenario, and the files that are no query. */
export interface MadeDraft {
  readonly draft: ScenarioDraft
  readonly setup: readonly string[]
}

/**
 * What the workload and its queries say, put together; what they leave open is guessed and marked.
 *
 * @throws CliError with exit code 3 for SQL that cannot be run
 */
export async function makeDraft(
  workload: Workload,
  found: readonly FoundQuery[],
  tables: readonly FillTable[],
  { name, today }: { readonly name: string; readonly today: Date },
): Promise<MadeDraft> {
  const read = await Promise.all(
    found.map(async (query) => ({ query, drafted: await draftQuery(query, tables, today) })),
  )
  const findings: readonly PrintableFinding[] = read.flatMap(({ drafted }) => drafted.findings)
  if (findings.length > 0) throw new CliError(3, findings)
  const queries = read.filter(({ drafted }) => drafted.kind === 'query')
  const shared = sharedParameters(queries.map(({ drafted }) => drafted))
  const names = new Set(shared.map((one) => one.name))
  const rate = rateOf(
    workload,
    queries.map(({ query }) => query),
  )
  return {
    draft: {
      name,
      rate,
      connections: connectionsOf(workload, rate.value),
      queries: queries.map(({ query, drafted }) => draftOf(query, drafted, names)),
      shared,
    },
    setup: read.filter(({ drafted }) => drafted.kind === 'setup').map(({ query }) => query.file),
  }
}

function draftOf(
  { id, sql, entry }: FoundQuery,
  { parameters, weight }: DraftedQuery,
  shared: ReadonlySet<string>,
): DraftQuery {
  const known = weightOf(entry)
  return {
    id,
    sql,
    // A header of the file says it where nobody else does.
    ...(known !== undefined
      ? { weight: known }
      : weight === undefined && {
          weight: { value: 1, because: 'nobody says how often', isGuess: true },
        }),
    parameters: parameters.filter(({ name }) => !shared.has(name)),
    ...(entry?.expectedMs !== undefined && { expectedMs: entry.expectedMs }),
  }
}

function weightOf(entry: FoundQuery['entry']): Known | undefined {
  const { weight, ratePerSecond } = entry ?? {}
  const value = weight ?? ratePerSecond
  if (value === undefined || value === 0) return undefined
  const because = `${weight === undefined ? 'rate_per_second' : 'weight'} of the workload`
  return { value, because, isGuess: false }
}

/** Names that more than one query has, and all draw in the same way. */
function sharedParameters(queries: readonly DraftedQuery[]): readonly DraftParameter[] {
  const all = queries.flatMap(({ parameters }) => parameters)
  const names = [...new Set(all.map(({ name }) => name))]
  return names.flatMap((name) => {
    const ones = all.filter((one) => one.name === name)
    const [first] = ones
    const same = new Set(ones.map(({ generator }) => JSON.stringify(generator))).size === 1
    return first && ones.length > 1 && same ? [first] : []
  })
}
