// Statements a second of @lakebase/sql-convert beside sqlglot and @polyglot-sql/sdk, taking turns:
//   node bench/convert.mjs [--cases FILE]… [--sqlglot PYTHON] [--polyglot FOLDER_OF_node_modules] [ROUNDS]
// FILE is JSON as the corpus runner reads it; without one the statements are those of test/fixtures.
// PYTHON has sqlglot installed; FOLDER has @polyglot-sql/sdk. Neither is a dependency of this repository.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'

const root = resolve(import.meta.dirname, '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', multiple: true, default: [] },
    sqlglot: { type: 'string' },
    polyglot: { type: 'string' },
  },
})
const rounds = Number(positionals[0] ?? 5)
const folder = mkdtempSync(join(tmpdir(), 'bench-convert-'))
const cases = join(folder, 'cases.json')
writeFileSync(cases, JSON.stringify(statements()))

/** How often each goes through all statements before the clock starts, and while it runs. */
const WARM = 3
const TIMES = 10

// A statement that a converter refuses was still tried: its time counts, its error says nothing here.
const loop = (prepare, convert) => `
import { readFileSync } from 'node:fs'
const all = JSON.parse(readFileSync(${JSON.stringify(cases)}, 'utf8'))
const t0 = performance.now()
${prepare}
const cold = performance.now() - t0
const once = () => { for (const sql of all) { try { ${convert} } catch { /* refused: still tried */ } } }
for (let n = 0; n < ${WARM}; n++) once()
const start = process.cpuUsage()
for (let n = 0; n < ${TIMES}; n++) once()
const { user, system } = process.cpuUsage(start)
console.log(JSON.stringify({ perSecond: all.length * ${TIMES} / ((user + system) / 1e6), cold }))`

const ours = join(root, 'packages/sql-convert/dist/index.js')
const peers = {
  '@lakebase/sql-convert': () =>
    node(
      loop(
        `const { createConverter } = await import(${JSON.stringify(ours)})`,
        'createConverter().convert(sql)',
      ),
    ),
  ...(values.polyglot && {
    '@polyglot-sql/sdk': () =>
      node(
        loop(
          "const { transpile } = await import('@polyglot-sql/sdk')",
          "transpile(sql, 'databricks', 'postgres')",
        ),
        resolve(values.polyglot, '..'),
      ),
  }),
  ...(values.sqlglot && { sqlglot: () => python(values.sqlglot) }),
}

const results = new Map(Object.keys(peers).map((name) => [name, []]))
for (let round = 0; round < rounds; round++) {
  for (const [name, run] of Object.entries(peers)) results.get(name).push(run())
}
const [base] = results.values()
for (const [name, runs] of results) {
  const speed = median(runs.map(({ perSecond }) => perSecond))
  const ratio = median(base.map(({ perSecond }, round) => perSecond / runs[round].perSecond))
  const cold = median(runs.map((run) => run.cold))
  console.log(
    `${name.padEnd(24)} ${speed.toFixed(0).padStart(7)} statements a CPU second, ours is ${ratio.toFixed(2)} times as fast; import ${cold.toFixed(0)} ms`,
  )
}

function statements() {
  if (values.cases.length > 0) return values.cases.flatMap(ofCorpus)
  const fixtures = join(root, 'packages/sql-convert/test/fixtures')
  return readdirSync(fixtures)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => JSON.parse(readFileSync(join(fixtures, name), 'utf8')))
    .map(({ sql }) => sql)
}

function ofCorpus(file) {
  const bytes = readFileSync(file)
  const cases = JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'))
  return cases.flatMap((one) => ('steps' in one ? one.steps : [one])).map(({ sql }) => sql)
}

/** Node runs the code as a file of this folder, whose node_modules it sees. */
function node(code, place = folder) {
  const file = join(place, 'bench-convert.mjs')
  writeFileSync(file, code)
  return JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' }))
}

function python(path) {
  const code = `
import json, time, logging
logging.disable(logging.CRITICAL)
t0 = time.perf_counter()
import sqlglot
cold = (time.perf_counter() - t0) * 1000
all = json.load(open(${JSON.stringify(cases)}))
def once():
    for sql in all:
        try: sqlglot.transpile(sql, read='databricks', write='postgres')
        except Exception: pass
once()
start = time.process_time()
for n in range(2): once()
print(json.dumps({'perSecond': len(all) * 2 / (time.process_time() - start), 'cold': cold}))`
  return JSON.parse(execFileSync(path, ['-c', code], { encoding: 'utf8' }))
}

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]
}
