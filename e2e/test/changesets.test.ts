import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  publishedPackages,
  readManifest,
  root,
  workspacePackages,
} from '../published/published-packages.js'
import { run } from '../published/run.js'

const folder = join(root, '.changeset')
const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')

test.each(files)('%s says which package changes, how much, and what a user gets', (name) => {
  const text = readFileSync(join(folder, name), 'utf8')
  expect(text).toMatch(/^---\n(?:"@lakebase\/[a-z-]+": (?:major|minor|patch)\n)+---\n\n\S/)
})

test('versions move the packages that changed, and a changelog says in sentences what came', () => {
  const copy = mkdtempSync(join(tmpdir(), 'lakebase-versions-'))
  const manifests = workspacePackages.map((one) => `${one.folder}/package.json`)
  for (const path of ['.changeset', 'package.json', 'pnpm-workspace.yaml', ...manifests]) {
    cpSync(join(root, path), join(copy, path), { recursive: true })
  }
  run('git', ['init', '--quiet'], copy)
  run(join(root, 'node_modules/.bin/changeset'), ['version'], copy)

  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'))
  for (const { folder, manifest } of publishedPackages) {
    const changed = texts.some((text) => text.includes(`"${manifest.name}":`))
    if (!changed) continue
    const { version } = readManifest(join(copy, folder))
    expect(version, manifest.name).not.toBe(manifest.version)
    const changelog = readFileSync(join(copy, folder, 'CHANGELOG.md'), 'utf8')
    expect(changelog).toContain(`## ${version}\n\n### `)
    expect(changelog).toMatch(/^- [A-Z`]/m)
    expect(changelog).not.toMatch(/Updated dependencies|^- [0-9a-f]{7}: /m)
  }
  for (const { folder, manifest } of workspacePackages.filter((one) => one.manifest.private)) {
    expect(readManifest(join(copy, folder)).version, manifest.name).toBe(manifest.version)
  }
})
