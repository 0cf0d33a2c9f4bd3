// What the census of clauses sees: `pnpm census` changes conversions of our own, one clause at a time;
// `pnpm census --cases FILE…` counts the alarms over the statements of a corpus that convert.
import { parseArgs } from 'node:util'
import { readCorpus } from '../corpus/read-corpus.js'
import { mutantsOfConversion } from '../test/census/mutants-of-conversion.js'
import { REWRITTEN, STATEMENTS } from '../test/census/statements.js'
import { countAlarms } from './count-alarms.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: 'string', multiple: true, default: [] } },
})

const files = [...values.cases, ...positionals].flatMap(readCorpus)
if (files.length > 0) {
  const { converted, unread, alarms } = await countAlarms(files)
  for (const { id, sql, lost } of alarms) print(`${id}: ${lost.join('; ')}\n  ${sql}`)
  print(`${converted} statements converted, ${unread} of them not in the grammar of PostgreSQL 17`)
  print(`${alarms.length} with a clause that got lost or is new`)
} else {
  await printMutants('clauses of statements', STATEMENTS)
  await printMutants('conversions with parts of their own', REWRITTEN)
}

async function printMutants(title: string, statements: readonly string[]): Promise<void> {
  const seen = new Map<string, { seen: number; all: number }>()
  const total = { seen: 0, all: 0 }
  for (const statement of statements) {
    for (const { change, isSeen } of await mutantsOfConversion(statement)) {
      const count = seen.get(change) ?? { seen: 0, all: 0 }
      for (const one of [count, total]) {
        one.all += 1
        one.seen += isSeen ? 1 : 0
      }
      seen.set(change, count)
    }
  }
  for (const [change, count] of [...seen].sort())
    print(`  ${count.seen} of ${count.all}: ${change}`)
  print(`${title}: ${total.seen} of ${total.all} changes seen`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
