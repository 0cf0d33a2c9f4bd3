// How much of a corpus converts, runs and gives Spark's rows: `pnpm corpus --cases FILE…` (see docs/measured.md).
import { parseArgs } from 'node:util'
import { startDatabase } from './database.js'
import { addFunnels, funnelLine } from './funnel.js'
import { readCorpus } from './read-corpus.js'
import { type CorpusResult, runCorpus } from './run-corpus.js'

/** Families of functions that serve no application on Postgres, counted apart. */
const FAR_OFF = ['sketch', 'xml', 'variant', 'st', 'avro', 'vector', 'csv', 'url']

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', multiple: true, default: [] },
    /** Only statements that match. */
    grep: { type: 'string' },
    json: { type: 'boolean', default: false },
    /** Kinds of outcome to print: refused, unparsed, lost, failing, said, wrong. */
    show: { type: 'string', default: '' },
  },
})

const files = [...values.cases, ...positionals].flatMap(readCorpus)
if (files.length === 0) {
  process.stderr.write('corpus: give the cases by --cases FILE\n')
  process.exitCode = 2
} else {
  await main()
}

async function main(): Promise<void> {
  const pattern = values.grep === undefined ? undefined : new RegExp(values.grep, 'i')
  const database = await startDatabase()
  try {
    const result = await runCorpus(database, files, ({ sql }) => pattern?.test(sql) ?? true)
    if (values.json)
      print(JSON.stringify({ ...result, funnels: Object.fromEntries(result.funnels) }))
    else printFunnels(result)
    showOutcomes(result)
  } finally {
    await database.stop()
  }
}

function printFunnels({ funnels, rejected }: CorpusResult): void {
  for (const name of [...funnels.keys()].sort()) {
    const funnel = funnels.get(name)
    if (funnel) print(funnelLine(name, funnel))
  }
  const functions = [...funnels].filter(([name]) => name.startsWith('function '))
  if (functions.length > 0) {
    const near = functions.filter(([name]) => !FAR_OFF.includes(name.replace('function ', '')))
    print(funnelLine('functions but far-off ones', addFunnels(near.map(([, funnel]) => funnel))))
    print(funnelLine('functions', addFunnels(functions.map(([, funnel]) => funnel))))
  }
  const total = rejected.refused + rejected.run
  if (total > 0) print(`of ${total} statements that Spark rejects, ${rejected.run} run on Postgres`)
}

function showOutcomes({ outcomes }: CorpusResult): void {
  const kinds = values.show.split(',')
  for (const { kind, id, why, source, sql } of outcomes) {
    if (!kinds.includes(kind)) continue
    print(
      `${kind} ${id}: ${why}\n  ${source.replaceAll(/\s+/g, ' ')}\n  => ${sql.replaceAll(/\s+/g, ' ')}`,
    )
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
