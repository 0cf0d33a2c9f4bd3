import type { ConvertedStatement } from '../src/convert/converted-statement.js'
import { createConverter } from '../src/convert/create-converter.js'
import { verifyStatement } from '../src/verify/verify-script.js'
import { compareRows } from './compare/compare-rows.js'
import { type Database, PRESENT_TABLES } from './database.js'
import { emptyFunnel, type Funnel } from './funnel.js'
import type { CorpusFile, Step } from './read-corpus.js'

/** What became of one statement that is not simply equal. */
interface Outcome {
  readonly group: string
  readonly id: string
  readonly kind: 'failing' | 'lost' | 'refused' | 'said' | 'unparsed' | 'wrong'
  readonly why: string
  readonly source: string
  readonly sql: string
}

export interface CorpusResult {
  readonly funnels: ReadonlyMap<string, Funnel>
  readonly outcomes: readonly Outcome[]
  /** Statements that Spark rejects: refused or failing here, or run all the same. */
  readonly rejected: { refused: number; run: number }
}

/** Tables that are too large for a test file: statements about them are left out. */
const LEFT_OUT = /\b(?:onek|tenk1|tenk2)\b/i

export async function runCorpus(
  database: Database,
  files: readonly CorpusFile[],
  wanted: (step: Step) => boolean,
): Promise<CorpusResult> {
  const run: Run = { database, funnels: new Map(), outcomes: [], rejected: { refused: 0, run: 0 } }
  let number = 0
  for (const file of files) {
    await database.useSchema(`corpus_${number++}`)
    await runFile(run, file, wanted)
  }
  return run
}

interface Run extends CorpusResult {
  readonly database: Database
  readonly funnels: Map<string, Funnel>
  readonly outcomes: Outcome[]
}

async function runFile(run: Run, file: CorpusFile, wanted: (step: Step) => boolean): Promise<void> {
  let converter = createConverter()
  converter.convert(PRESENT_TABLES)
  const state: FileState = { isSetUp: true }
  for (const step of file.steps) {
    if (file.isolated) converter = createConverter()
    const isWanted = step.kind === 'command' || wanted(step)
    if (!isWanted || LEFT_OUT.test(step.sql)) continue
    const [statement, ...others] = converter.convert(step.sql).statements
    if (!statement || others.length > 0) continue
    if (step.kind === 'rejected') await runRejected(run, statement)
    else await runStep(run, state, { step, statement, group: groupOf(file, step) })
  }
}

function groupOf(file: CorpusFile, step: Step): string {
  return step.kind === 'query' ? (step.group ?? file.group) : `${file.group}, set-up`
}

interface FileState {
  isSetUp: boolean
}

interface Item {
  readonly step: Exclude<Step, { readonly kind: 'rejected' }>
  readonly statement: ConvertedStatement
  readonly group: string
}

async function runRejected(run: Run, statement: ConvertedStatement): Promise<void> {
  if (statement.sql.length === 0) {
    run.rejected.refused++
    return
  }
  try {
    await run.database.run(statement)
    run.rejected.run++
  } catch {
    run.rejected.refused++
  }
}

type Tell = (kind: Outcome['kind'], why: string) => void

async function runStep(run: Run, state: FileState, item: Item): Promise<void> {
  const { step, statement, group } = item
  const funnel = run.funnels.get(group) ?? emptyFunnel()
  run.funnels.set(group, funnel)
  funnel.all++
  const tell: Tell = (kind, why) => {
    const sql = statement.sql.join(';\n')
    run.outcomes.push({ group, id: step.id, kind, why, source: step.sql, sql })
  }
  if (statement.sql.length === 0) refused(item, state, funnel, tell)
  else {
    funnel.converted++
    await verify(item, funnel, tell)
    await execute(run, item, state, funnel, tell)
  }
}

/** PostgreSQL's grammar, and whether a clause got lost. */
async function verify({ step, statement }: Item, funnel: Funnel, tell: Tell): Promise<void> {
  const { grammar, census } = await verifyStatement(step.sql, statement)
  if (grammar.outcome === 'passed') funnel.parsed++
  else if (grammar.outcome === 'failed') tell('unparsed', reasons(grammar.reasons))
  if (census.outcome !== 'failed') return
  funnel.lost++
  tell('lost', reasons(census.reasons))
}

function reasons(all: readonly { readonly message: string }[]): string {
  return all.map(({ message }) => message).join('; ')
}

function refused({ step, statement }: Item, state: FileState, funnel: Funnel, tell: Tell): void {
  const isCommand = step.kind === 'command'
  if (isCommand && statement.status === 'not_applicable') {
    funnel.equal++
    return
  }
  if (isCommand) state.isSetUp = false
  tell('refused', statement.diagnostics.map(({ message }) => message).join('; '))
}

async function execute(
  { database }: Run,
  { step, statement }: Item,
  state: FileState,
  funnel: Funnel,
  tell: Tell,
): Promise<void> {
  try {
    const rows = await database.run(statement)
    if (step.kind === 'command') {
      funnel.executed++
      funnel.equal++
      return
    }
    judge(
      compareRows(step.types, step.rows, rows, isSorted(step.sql)),
      statement,
      state,
      funnel,
      tell,
    )
  } catch (error) {
    if (step.kind === 'command') state.isSetUp = false
    else if (!state.isSetUp) funnel.withoutSetup++
    tell('failing', error instanceof Error ? error.message : String(error))
  }
}

function judge(
  comparison: ReturnType<typeof compareRows>,
  statement: ConvertedStatement,
  state: FileState,
  funnel: Funnel,
  tell: Tell,
): void {
  if (comparison !== 'equal' && !state.isSetUp) {
    funnel.withoutSetup++
    tell('failing', 'other rows, for want of set-up')
    return
  }
  funnel.executed++
  if (comparison === 'equal') {
    funnel.equal++
    return
  }
  const isSaid = statement.diagnostics.length > 0
  if (isSaid) funnel.wrongAndSaid++
  else funnel.wrong++
  const said = statement.diagnostics.map(({ message }) => ` [${message}]`).join('')
  const why = comparison === 'other order' ? comparison : comparison.different
  tell(isSaid ? 'said' : 'wrong', `${why}${said}`)
}

/** Whether ORDER BY or SORT BY stands outside all brackets. */
function isSorted(sql: string): boolean {
  const bare = sql
    .replaceAll(/'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.)*"/g, "''")
    .replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
  let depth = 0
  let outside = ''
  for (const character of bare) {
    if (character === '(') depth++
    else if (character === ')') depth--
    else if (depth === 0) outside += character
  }
  return /\b(?:order|sort)\s+by\b/i.test(outside)
}
