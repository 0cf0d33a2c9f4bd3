import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const folder = resolve(import.meta.dirname, '../../.changeset')
const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')

test.each(files)('%s says which package changes, how much, and what a user gets', (name) => {
  const text = readFileSync(join(folder, name), 'utf8')
  expect(text).toMatch(/^---\n(?:"@lakebase\/[a-z-]+": (?:major|minor|patch)\n)+---\n\n\S/)
})
