// How much of a corpus the reader takes: `pnpm corpus FILE...` (see README.md).
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parseSparkScript } from '../src/spark/parse/parse-script.js'

interface Case {
  readonly group: string
  readonly sql: string
}

const files = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const shows = process.argv.includes('--show')
const funnel = new Map<string, { read: number; all: number }>()
for (const { group, sql } of files.flatMap(casesOf)) {
  const count = funnel.get(group) ?? { read: 0, all: 0 }
  funnel.set(group, count)
  count.all++
  const failed = parseSparkScript(sql).find((part) => 'error' in part)
  if (failed === undefined) count.read++
  else if (shows && 'error' in failed) {
    print(`${group}: ${failed.error.message}\n  ${sql.replace(/\s+/g, ' ')}`)
  }
}
for (const [group, { read, all }] of funnel) {
  print(`${group}: ${read} of ${all} statements read, ${((100 * read) / all).toFixed(2)} %`)
}

function casesOf(file: string): readonly Case[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const cases = JSON.parse(text)
  return cases.flatMap((one: CorpusCase): readonly Case[] =>
    'steps' in one
      ? one.steps.flatMap((step) =>
          step.k === 'error' ? [] : [{ group: `${groupOf(one)} ${step.k}`, sql: step.sql }],
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
