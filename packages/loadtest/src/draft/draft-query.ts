import type { Finding } from '@lakebase/config'
import { loadGrammar } from '../advise/grammar/parse.js'
import type { FillTable } from '../fill/fill-table.js'
import { type TypedTable, tablesWithTypes } from '../fill/typed-table.js'
import { error } from '../scenario/findings.js'
import { readScript } from '../scenario/script/read-script.js'
import { fileText } from '../scenario/sql/sql-text.js'
import type { DraftedParameter } from './drafted-parameter.js'
import { generatorFor, generatorForAnything } from './generator-for.js'
import { type ReadStatement, readStatement } from './read-statement.js'
import { undeclaredNames } from './undeclared-names.js'

/** SQL of an application. */
export interface QuerySource {
  /** Its name in the scenario. */
  readonly id: string
  /** For findings. */
  readonly file: string
  readonly text: string
}

/** A query with a first way to draw each of its parameters. */
export interface DraftedQuery {
  /** `setup`: it makes or sets something, and asks nothing. */
  readonly kind: 'query' | 'setup'
  /** Those that no `-- PARAM` of its own declares, by first use. */
  readonly parameters: readonly DraftedParameter[]
  /** Of its `-- WEIGHT` header. */
  readonly weight?: number
  /** Why it cannot be run as it stands. */
  readonly findings: readonly Finding[]
}

/**
 * Finds out what the parameters of a query stand for, from PostgreSQL's own grammar and the tables of the workload.
 * What a query does not say is guessed, and said to be.
 *
 * @param tables Of `fillTables(workload, 1)`.
 * @param today The end of the year that dates are drawn from.
 * @throws {LoadtestError} `FILL` for a type of a column that is not known.
 */
export async function draftQuery(
  query: QuerySource,
  tables: readonly FillTable[],
  today: Date,
): Promise<DraftedQuery> {
  const grammar = await loadGrammar()
  const known = tablesWithTypes(tables)
  const sql = fileText(query.text, query.file)
  const names = undeclaredNames(sql)
  const findings: Finding[] = []
  const { script, weight } = readScript(
    {
      id: query.id,
      sql,
      parameters: names.map((name) => ({
        name,
        generator: { kind: 'constant', value: null },
        place: {},
      })),
      sharedParameters: [],
      definitions: new Map(),
    },
    (finding) => findings.push(finding),
  )
  const statements = script.steps.filter((step) => step.kind === 'statement')
  const read = statements.map((one) => readStatement(one, script.variables, known, grammar))
  const problems = read.flatMap(({ problem }) => (problem === undefined ? [] : [problem]))
  const drawn = names.map((name): DraftedParameter => {
    const clues = read.flatMap(({ clues: all }) => all.filter((one) => one.name === name))
    const candidates = clues.map(({ clue }) => generatorFor(clue, known, today))
    const found =
      candidates.find(({ isGuess }) => !isGuess) ??
      candidates[0] ??
      byName(name, read, known, today) ??
      generatorForAnything()
    return { name, ...found }
  })
  return {
    kind: problems.length === 0 && read.every(({ isSetup }) => isSetup) ? 'setup' : 'query',
    parameters: drawn,
    ...(weight !== undefined && { weight }),
    findings: [
      ...findings.filter(({ level }) => level === 'error'),
      ...problems.map((problem) =>
        error('LT005', problem, sql.place(0, sql.text.length), {
          hint: 'It has to be PostgreSQL; lakebase convert writes it from Databricks SQL.',
        }),
      ),
    ],
  }
}

/** `:customer_id` where a table has a column of that name, `:skus` where one has `sku`. */
function byName(
  name: string,
  read: readonly ReadStatement[],
  known: readonly TypedTable[],
  today: Date,
) {
  for (const column of [name, name.replace(/s$/, '')]) {
    for (const { tables } of read) {
      const at = tables?.named(column)
      if (!at) continue
      const clue = { kind: 'compared', at, isArray: false, isLoose: true } as const
      const drawn = generatorFor(clue, known, today)
      return { ...drawn, because: `named like ${at.table.table}.${at.column.name}` }
    }
  }
  return undefined
}
