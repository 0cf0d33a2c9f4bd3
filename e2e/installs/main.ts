import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pack } from '../published/pack.js'
import { PROGRAMS } from '../published/programs.js'
import { publishedPackages, root } from '../published/published-packages.js'
import { run } from '../published/run.js'
import { fetchTools, NODE_VERSIONS, type NodeVersion } from './fetch-tools.js'
import { PACKAGE_MANAGERS, type PackageManager, writeProject } from './package-managers.js'

// Installs what would be published with each package manager on each Node, runs the demo there and a
// program against each library. Needs the registry; takes some minutes.

const place = mkdtempSync(join(tmpdir(), 'lakebase-installs-'))
const tarballs = Object.fromEntries(
  publishedPackages.map(({ folder, manifest }) => [manifest.name, `file:${pack(folder, place)}`]),
)
const tools = fetchTools(join(place, 'tools'))
console.log(`${tarballs['@lakebase/cli']} and ${publishedPackages.length - 1} more\n`)
console.log('| installed with | Node | install | demo | libraries |')
console.log('| --- | --- | ---: | ---: | --- |')
const filter = process.argv[2] ?? ''
for (const manager of PACKAGE_MANAGERS.filter(({ name }) => name.includes(filter))) {
  for (const version of NODE_VERSIONS) console.log(row(manager, version))
}

function row(manager: PackageManager, version: NodeVersion): string {
  const project = join(place, `${manager.name.replaceAll(/\W+/g, '-')}-${version}`)
  mkdirSync(project)
  writeProject(project, tarballs, manager)
  const call = caller(manager, version, project)
  const cells = [
    attempt(() => timed(() => call(manager.install))),
    attempt(() => timed(() => demo(call([...manager.exec, 'lakebase', 'demo', '--no-load'])))),
    attempt(() => libraries(call, manager, project)),
  ]
  return `| ${manager.name} | ${call([...manager.node, '--version']).trim()} | ${cells.join(' | ')} |`
}

type Call = (words: readonly string[]) => string

/** Runs the package manager, and all that it runs, on that Node. */
function caller(manager: PackageManager, version: NodeVersion, project: string): Call {
  const folder = tools.nodeFolder(version)
  // What this repository has installed is not there for somebody else.
  const path = [folder, ...(process.env.PATH ?? '').split(delimiter)]
    .filter(isNotOurs)
    .join(delimiter)
  return (words) =>
    run('env', [`PATH=${path}`, join(folder, 'node'), tools.scriptOf(manager), ...words], project)
}

function isNotOurs(folder: string): boolean {
  return !folder.startsWith(root)
}

function demo(said: string): void {
  if (!/^Cost +\$1,603\.16 a month$/m.test(said)) throw new Error(`the demo says\n${said}`)
  if (!said.includes('planned by a PostgreSQL 17')) throw new Error('no PostgreSQL was started')
}

function libraries(call: Call, { node }: PackageManager, project: string): string {
  for (const { library, program, prints } of PROGRAMS) {
    const file = `${library.replace('@lakebase/', '')}.js`
    writeFileSync(join(project, file), program)
    const said = call([...node, file]).trim()
    if (said !== prints) throw new Error(`${library} prints ${said}, not ${prints}`)
  }
  return `${PROGRAMS.length} of ${PROGRAMS.length}`
}

function timed(work: () => void): string {
  const start = performance.now()
  work()
  return `${((performance.now() - start) / 1000).toFixed(1)} s`
}

/** A cell that failed says so in the table, and why on stderr. */
function attempt(work: () => string): string {
  try {
    return work()
  } catch (error) {
    process.exitCode = 1
    console.error(error instanceof Error ? error.message : error)
    return 'FAILED'
  }
}
