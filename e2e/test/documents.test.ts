import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { documents, readmes, textOf } from '../published/documents.js'
import { root, workspacePackages } from '../published/published-packages.js'

test.each(readmes)('%s has 30 to 60 lines', (file) => {
  const lines = textOf(file).trimEnd().split('\n').length
  expect(lines).toBeGreaterThanOrEqual(30)
  expect(lines).toBeLessThanOrEqual(60)
})

test('the README has a line for each package that is published, and each app', () => {
  const shown = workspacePackages.filter(
    ({ folder, manifest }) => manifest.private !== true || folder.startsWith('apps/'),
  )
  for (const { folder } of shown) expect(textOf('README.md')).toContain(`](${folder})`)
})

test('each package with users has a README', () => {
  const without = workspacePackages.filter(({ folder }) => !readmes.includes(`${folder}/README.md`))
  expect(without.map(({ manifest }) => manifest.name)).toEqual(['@lakebase/cli-kit'])
})

test.each(documents)('every link of %s leads somewhere', (file) => {
  for (const [, target = ''] of textOf(file).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)) {
    expect(existsSync(join(root, dirname(file), target)), target).toBe(true)
  }
})

test.each(documents)('every script that %s names is there', (file) => {
  // As code: in backticks, at the start of a line, behind `npx` or a variable.
  const calls = textOf(file).matchAll(
    /(?<=^|`|npx |=\S+ )pnpm(?:@[\d.]+)? (?:--filter ([@\w/-]+) )?([a-z][\w:-]*)/gm,
  )
  for (const [call, name, script = ''] of calls) {
    const folder = workspacePackages.find(({ manifest }) => manifest.name === name)?.folder
    const scripts = scriptsOf(name === 'e2e' ? 'e2e' : (folder ?? (name ? name : ownFolder(file))))
    expect([...scripts, ...scriptsOf('.'), ...PNPM], call).toContain(script)
  }
})

test('every third-party package of the catalog has its reason in docs/decisions.md', () => {
  const { catalog }: { catalog: object } = parse(textOf('pnpm-workspace.yaml'))
  const [, reasons = ''] = textOf('docs/decisions.md').split('## Dependencies')
  const told = Object.keys(catalog).filter((name) => {
    const family = name.replace(/\/.*|-sdk.*/, '/')
    return (
      reasons.includes(name) || reasons.includes(`${family}*`) || reasons.includes(`${family}sdk-*`)
    )
  })
  expect(Object.keys(catalog).filter((name) => !told.includes(name))).toEqual([])
})

/** What pnpm does by itself. */
const PNPM = ['add', 'exec', 'install', 'publish', 'changeset']

/** `pnpm bench` in the README of a package is that package's. */
function ownFolder(file: string): string {
  return workspacePackages.find(({ folder }) => file.startsWith(`${folder}/`))?.folder ?? '.'
}

function scriptsOf(folder: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  return Object.keys(manifest.scripts ?? {})
}
