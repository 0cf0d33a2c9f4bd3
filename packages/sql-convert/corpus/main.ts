// How much of a corpus the reader takes: `pnpm corpus FILE...` (see README.md).
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parseSparkQuery } from '../src/spark/parse/parse-query.js'

interface Statement {
  readonly group: string
  readonly sql: string
}

const files = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const shows = process.argv.includes('--show')
const funnel = new Map<string, { read: number; all: number }>()
for (const { group, sql } of files.flatMap(statementsOf)) {
  if (!/^(?:\s|\(|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:select|with|values|from|table)\b/i.test(sql))
    continue
  const count = funnel.get(group) ?? { read: 0, all: 0 }
  funnel.set(group, count)
  count.all++
  try {
    parseSparkQuery(sql)
    count.read++
  } catch (error) {
    if (shows)
      print(
        `${group}: ${error instanceof Error ? error.message : error}\n  ${sql.replace(/\s+/g, ' ')}`,
      )
  }
}
for (const [group, { read, all }] of funnel) {
  print(`${group}: ${read} of ${all} queries read, ${((100 * read) / all).toFixed(2)} %`)
}

function statementsOf(file: string): readonly Statement[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const cases = JSON.parse(text)
  return cases.flatMap((one: CorpusCase): readonly Statement[] =>
    'steps' in one
      ? one.steps.flatMap((step) =>
          step.k === 'query' ? [{ group: groupOf(one), sql: step.sql }] : [],
        )
      : [{ group: 'functions', sql: one.sql }],
  )
}

type CorpusCase =
  | { readonly sql: string }
  | {
      readonly file: string
      readonly core: boolean
      readonly steps: readonly { readonly k: string; readonly sql: string }[]
    }

function groupOf({ file, core }: { readonly file: string; readonly core: boolean }): string {
  if (file.startsWith('typeCoercion')) return 'typeCoercion'
  return core ? 'core' : 'exotic'
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
