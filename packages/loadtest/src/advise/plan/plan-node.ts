import * as v from 'valibot'

/** A node of a plan, as EXPLAIN gives it. Times in ms; `actual…` and what follows only with ANALYZE. */
export interface PlanNode {
  readonly type: string
  readonly relation?: string
  readonly schema?: string
  readonly alias?: string
  readonly index?: string
  readonly startupCost: number
  readonly totalCost: number
  readonly rows: number
  readonly width: number
  readonly condition?: string
  readonly filter?: string
  readonly strategy?: string
  readonly joinType?: string
  readonly sortKey?: readonly string[]
  readonly parentRelationship?: string
  readonly actualRows?: number
  readonly loops?: number
  readonly actualMs?: number
  readonly rowsRemoved?: number
  readonly sortMethod?: string
  readonly sortSpaceKb?: number
  readonly sortSpace?: string
  readonly hashBatches?: number
  readonly lossyBlocks?: number
  readonly heapFetches?: number
  readonly children: readonly PlanNode[]
}

export interface Plan {
  readonly root: PlanNode
  /** With ANALYZE. */
  readonly executionMs?: number
  readonly planningMs?: number
  readonly jitMs?: number
}

const optionalText = v.optional(v.string())
const optionalNumber = v.optional(v.number())

const nodeFields = {
  'Node Type': v.string(),
  'Relation Name': optionalText,
  Schema: optionalText,
  Alias: optionalText,
  'Index Name': optionalText,
  'Startup Cost': v.number(),
  'Total Cost': v.number(),
  'Plan Rows': v.number(),
  'Plan Width': v.number(),
  'Index Cond': optionalText,
  'Recheck Cond': optionalText,
  'Hash Cond': optionalText,
  'Merge Cond': optionalText,
  Filter: optionalText,
  'Join Filter': optionalText,
  Strategy: optionalText,
  'Join Type': optionalText,
  'Sort Key': v.optional(v.array(v.string())),
  'Parent Relationship': optionalText,
  'Actual Rows': optionalNumber,
  'Actual Loops': optionalNumber,
  'Actual Total Time': optionalNumber,
  'Rows Removed by Filter': optionalNumber,
  'Sort Method': optionalText,
  'Sort Space Used': optionalNumber,
  'Sort Space Type': optionalText,
  'Hash Batches': optionalNumber,
  'Lossy Heap Blocks': optionalNumber,
  'Heap Fetches': optionalNumber,
}

const nodeSchema: v.GenericSchema<unknown, PlanNode> = v.pipe(
  v.object({
    ...nodeFields,
    Plans: v.optional(v.array(v.lazy(() => nodeSchema)), []),
  }),
  v.transform((raw) =>
    defined({
      type: raw['Node Type'],
      relation: raw['Relation Name'],
      schema: raw.Schema,
      alias: raw.Alias,
      index: raw['Index Name'],
      startupCost: raw['Startup Cost'],
      totalCost: raw['Total Cost'],
      rows: raw['Plan Rows'],
      width: raw['Plan Width'],
      condition: raw['Index Cond'] ?? raw['Recheck Cond'] ?? raw['Hash Cond'] ?? raw['Merge Cond'],
      filter: raw.Filter ?? raw['Join Filter'],
      strategy: raw.Strategy,
      joinType: raw['Join Type'],
      sortKey: raw['Sort Key'],
      parentRelationship: raw['Parent Relationship'],
      actualRows: raw['Actual Rows'],
      loops: raw['Actual Loops'],
      actualMs: raw['Actual Total Time'],
      rowsRemoved: raw['Rows Removed by Filter'],
      sortMethod: raw['Sort Method'],
      sortSpaceKb: raw['Sort Space Used'],
      sortSpace: raw['Sort Space Type'],
      hashBatches: raw['Hash Batches'],
      lossyBlocks: raw['Lossy Heap Blocks'],
      heapFetches: raw['Heap Fetches'],
      children: raw.Plans,
    }),
  ),
)

/** Without the fields that are undefined. */
function defined<Value extends object>(value: Value): Defined<Value> {
  return JSON.parse(JSON.stringify(value))
}

type Defined<Value> = {
  [Field in keyof Value as undefined extends Value[Field] ? never : Field]: Value[Field]
} & {
  [Field in keyof Value as undefined extends Value[Field] ? Field : never]?: Exclude<
    Value[Field],
    undefined
  >
}

/** What EXPLAIN (FORMAT JSON) answers. */
export const planSchema = v.pipe(
  v.tuple([
    v.object({
      Plan: nodeSchema,
      'Execution Time': optionalNumber,
      'Planning Time': optionalNumber,
      JIT: v.optional(v.object({ Timing: v.optional(v.object({ Total: optionalNumber })) })),
    }),
  ]),
  v.transform(
    ([raw]): Plan =>
      defined({
        root: raw.Plan,
        executionMs: raw['Execution Time'],
        planningMs: raw['Planning Time'],
        jitMs: raw.JIT?.Timing?.Total,
      }),
  ),
)

export function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node
  for (const one of node.children) yield* nodesOf(one)
}

/** Names of the indexes that a plan uses. */
export function indexesOf(plan: Plan): ReadonlySet<string> {
  return new Set([...nodesOf(plan.root)].flatMap(({ index }) => index ?? []))
}
