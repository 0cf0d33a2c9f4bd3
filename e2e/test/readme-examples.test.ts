import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseWorkload } from '@lakebase/config'
import { expect, test } from 'vitest'
import { codeBlocks, documents, pages, readmes } from '../published/documents.js'
import { root } from '../published/published-packages.js'

const examples = resolve(import.meta.dirname, '../.examples')
const suite = join(root, 'apps/lakebase/bin/lakebase.js')

const libraries = readmes.filter((file) => file.startsWith('packages/'))

test.each(libraries)('the first example in %s runs as printed', async (readme) => {
  const [example] = codeBlocks(readme, 'ts')
  expect(example, 'a ts block').toBeDefined()
  mkdirSync(examples, { recursive: true })
  const file = join(examples, `${basename(dirname(readme))}.ts`)
  writeFileSync(file, example ?? '')
  await expect(import(file)).resolves.toBeDefined()
})

/** Those that need a server have tests of their own, which look at what came of them. */
const BESIDE_A_SERVER = ['packages/loadtest/docs/advice.md', 'packages/loadtest/docs/running.md']

const pageExamples = pages
  .filter((page) => !BESIDE_A_SERVER.includes(page))
  .flatMap((page) => codeBlocks(page, 'ts').map((code, index) => ({ page, code, index })))

test.each(pageExamples)(
  'example $index of $page runs as printed',
  async ({ page, code, index }) => {
    mkdirSync(examples, { recursive: true })
    const file = join(examples, `${page.replaceAll(/\W+/g, '-')}-${index}.ts`)
    writeFileSync(file, code)
    await expect(import(file)).resolves.toBeDefined()
  },
)

/** `pnpm test` runs this test, and `install` is what came before it. */
const NOT_HERE = /\b(test|install|check|bench)\b/
/** Of the suite every word is a command to try. */
const OURS = /^(npx @lakebase\/cli|node apps\/lakebase\/bin\/lakebase\.js) /

const commands = documents.flatMap((file) =>
  codeBlocks(file, 'sh')
    .flatMap((block) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '' && (OURS.test(line) || !NOT_HERE.test(line)))
    .map((line) => ({ file, line })),
)

test('the documents hold commands to try', () => {
  expect(commands.map(({ line }) => line)).toContain('npx pnpm@10.34.9 demo')
})

test.each(commands)('$file: $line', { timeout: 300_000 }, ({ line }) => {
  // The package manager is the one that runs this test; asking the registry for it again needs a network.
  const command = line
    .replace(/^npx pnpm@[\d.]+/, 'pnpm')
    .replace(OURS, 'node apps/lakebase/bin/lakebase.js ')
  expect(() =>
    execFileSync(command, { cwd: root, shell: true, stdio: ['ignore', 'pipe', 'pipe'] }),
  ).not.toThrow()
})

test('the workload in the README is one without a finding at error level', () => {
  const [yaml = ''] = codeBlocks('README.md', 'yaml')
  const { workload, findings } = parseWorkload(yaml, { file: 'README.md' })
  expect(findings.filter((finding) => finding.level === 'error')).toEqual([])
  expect(workload?.sync.tables).toHaveLength(1)
})

test('the answer printed in the README is the one that the demo gives', {
  timeout: 120_000,
}, () => {
  const [printed = ''] =
    readFileSync(join(root, 'README.md'), 'utf8').match(/^Size {6}.*?(?=^```)/ms) ?? []
  // The demo keeps the sample of an earlier run, which may have been another one.
  const folder = join(examples, 'demo')
  rmSync(folder, { recursive: true, force: true })
  const demo = execFileSync(process.execPath, [suite, 'demo', '--no-load', '-d', folder], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(printed.split('\n').length).toBeGreaterThan(9)
  expect(demo).toContain(printed)
})
