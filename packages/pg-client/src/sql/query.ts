import type {
  Fragment,
  ISql,
  MaybeRow,
  ParameterOrFragment,
  PendingQuery,
  Row,
  RowList,
} from 'postgres'
import type { Refusal } from './refusal.js'

export type Rows = readonly MaybeRow[]

/** Builds the query on a connection. It is called once for each try: a query of the driver runs only once. */
export type Statement<T extends Rows> = (sql: ISql) => PendingQuery<T>

/** A value, or a piece of SQL that another `sql` has made. */
export type SqlValue = ParameterOrFragment<never> | SqlPiece | readonly SqlPiece[]

/** SQL that can be put into other SQL. */
abstract class SqlPiece {
  /** @internal */
  abstract on(sql: ISql): Fragment
}

/** SQL that runs when it is awaited, or becomes part of other SQL when it is put into it. */
export class Query<T extends Rows = Row[]> extends SqlPiece implements PromiseLike<RowList<T>> {
  readonly #statement: Statement<T>
  readonly #run: (statement: Statement<T>) => Promise<RowList<T>>
  #running: Promise<RowList<T>> | undefined

  constructor(statement: Statement<T>, run: (statement: Statement<T>) => Promise<RowList<T>>) {
    super()
    this.#statement = statement
    this.#run = run
  }

  override on(sql: ISql): PendingQuery<T> {
    return this.#statement(sql)
  }

  /** Starts it now. A second call gives the same rows. */
  execute(): Promise<RowList<T>> {
    this.#running ??= this.#run(this.#statement)
    return this.#running
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is what starts it, as with the driver.
  then<A = RowList<T>, B = never>(
    resolve?: ((rows: RowList<T>) => A | PromiseLike<A>) | null,
    reject?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.execute().then(resolve, reject)
  }

  catch<B = never>(
    reject?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<RowList<T> | B> {
    return this.execute().catch(reject)
  }

  finally(done?: (() => void) | null): Promise<RowList<T>> {
    return this.execute().finally(done)
  }
}

export type Tag = <T extends Rows = Row[]>(
  strings: TemplateStringsArray,
  ...values: readonly SqlValue[]
) => Query<T>

export type RunStatement = <T extends Rows>(statement: Statement<T>) => Promise<RowList<T>>

/** A template tag whose queries are run by `run`, but for those that are refused. A piece never is. */
export function createTag(run: RunStatement, refusal: Refusal = nothing): Tag {
  return <T extends Rows = Row[]>(strings: TemplateStringsArray, ...values: readonly SqlValue[]) =>
    new Query<T>(
      (sql) => sql<T>(strings, ...values.map((value) => toDriver(value, sql))),
      (statement) => {
        const refused = refusalOf(strings, refusal)
        return refused ? Promise.reject(refused) : run(statement)
      },
    )
}

const nothing: Refusal = () => undefined

/** A template is the same object at each call: what passed once is not read again. */
const passed = new WeakMap<Refusal, WeakSet<TemplateStringsArray>>()

function refusalOf(strings: TemplateStringsArray, refusal: Refusal): ReturnType<Refusal> {
  const known = passed.get(refusal) ?? new WeakSet()
  if (known.has(strings)) return undefined
  const refused = refusal(strings.join(' '))
  if (refused === undefined) passed.set(refusal, known.add(strings))
  return refused
}

function toDriver(value: SqlValue, sql: ISql): ParameterOrFragment<never> {
  if (value instanceof SqlPiece) return value.on(sql)
  if (isQueries(value)) return value.map((query) => query.on(sql))
  return value
}

function isQueries(value: SqlValue): value is readonly SqlPiece[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => one instanceof SqlPiece)
}
