import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** Statements that run one after the other in a schema of their own. */
export interface CorpusFile {
  readonly name: string
  /** What its queries are counted under. */
  readonly group: string
  /** Whether each step stands alone, without a schema that others fill. */
  readonly isolated: boolean
  readonly steps: readonly Step[]
}

export type Step =
  | { readonly kind: 'command'; readonly id: string; readonly sql: string }
  | { readonly kind: 'rejected'; readonly id: string; readonly sql: string }
  | {
      readonly kind: 'query'
      readonly id: string
      readonly sql: string
      readonly types: readonly string[]
      readonly rows: readonly string[]
      readonly group?: string
    }

interface FunctionCase {
  readonly id: string
  readonly family: string
  readonly sql: string
  readonly types: readonly string[]
  readonly rows: readonly string[]
}

interface TestFile {
  readonly file: string
  readonly core: boolean
  readonly steps: readonly {
    readonly k: 'cmd' | 'error' | 'query'
    readonly id: string
    readonly sql: string
    readonly types?: readonly string[]
    readonly rows?: readonly string[]
  }[]
}

/** Reads `[{ id, family, sql, types, rows }]` or `[{ file, core, steps }]`, as JSON or .json.gz. */
export function readCorpus(path: string): readonly CorpusFile[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const cases: readonly (FunctionCase | TestFile)[] = JSON.parse(text)
  const functions = cases.flatMap((one) => ('steps' in one ? [] : [one]))
  const files = cases.flatMap((one) => ('steps' in one ? [one] : []))
  return [...(functions.length > 0 ? [functionFile(functions)] : []), ...files.map(testFile)]
}

function functionFile(cases: readonly FunctionCase[]): CorpusFile {
  const steps = cases.map(({ id, family, sql, types, rows }): Step => {
    return { kind: 'query', id, sql, types, rows, group: `function ${family}` }
  })
  return { name: 'functions', group: 'functions', isolated: true, steps }
}

function testFile({ file, core, steps }: TestFile): CorpusFile {
  const group = file.startsWith('typeCoercion') ? 'type coercion' : core ? 'core' : 'exotic'
  return {
    name: file,
    group,
    isolated: false,
    steps: steps.map(({ k, id, sql, types = [], rows = [] }): Step => {
      if (k === 'query') return { kind: 'query', id, sql, types, rows }
      return { kind: k === 'cmd' ? 'command' : 'rejected', id, sql }
    }),
  }
}
