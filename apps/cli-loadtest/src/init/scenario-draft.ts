import type { WrittenGenerator } from '@lakebase/loadtest'

/** A first scenario, before it is written down. */
export interface ScenarioDraft {
  readonly name: string
  /** Transactions a second. */
  readonly rate: Known
  readonly connections: Known
  readonly queries: readonly DraftQuery[]
  /** Parameters that several queries draw alike. */
  readonly shared: readonly DraftParameter[]
}

/** A figure, and where it came from; a guess is one that nobody has said. */
export interface Known {
  readonly value: number
  readonly because: string
  readonly isGuess: boolean
}

export interface DraftQuery {
  readonly id: string
  /** A path beside the scenario, or the SQL itself. */
  readonly sql: { readonly file: string } | { readonly text: string }
  /** Missing where the file's own header says it. */
  readonly weight?: Known
  readonly parameters: readonly DraftParameter[]
  /** `expected_ms` of the workload. */
  readonly expectedMs?: number
}

export interface DraftParameter {
  readonly name: string
  readonly generator: WrittenGenerator
  readonly because: string
  readonly isGuess: boolean
}

/** What has been guessed, a line each. */
export function guessesOf({
  rate,
  connections,
  queries,
  shared,
}: ScenarioDraft): readonly string[] {
  const parameter = (where: string) => (one: DraftParameter) =>
    one.isGuess ? [`${where}:${one.name} (${one.because})`] : []
  const weights = queries.filter(({ weight }) => weight?.isGuess).map(({ id }) => id)
  return [
    ...(rate.isGuess ? [`the rate (${rate.because})`] : []),
    ...(connections.isGuess ? [`the connections (${connections.because})`] : []),
    ...(weights.length > 0 ? [`the weight of ${weights.join(', ')}`] : []),
    ...shared.flatMap(parameter('')),
    ...queries.flatMap(({ id, parameters }) => parameters.flatMap(parameter(`${id} `))),
  ]
}
