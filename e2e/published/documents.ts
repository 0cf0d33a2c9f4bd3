import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, workspacePackages } from './published-packages.js'

/** The pages that a reader is led to, from the root: READMEs, and what `docs` folders hold. */
export const pages: readonly string[] = workspacePackages.flatMap(({ folder }) =>
  markdownIn(`${folder}/docs`),
)

export const readmes: readonly string[] = workspacePackages
  .map(({ folder }) => `${folder}/README.md`)
  .filter((file) => existsSync(join(root, file)))

export const documents: readonly string[] = [
  ...markdownIn('.'),
  ...markdownIn('docs'),
  ...readmes,
  ...pages,
]

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

export function codeBlocks(file: string, language: string): readonly string[] {
  return [...textOf(file).matchAll(/^```(\w+)\n(.*?)^```/gms)]
    .filter(([, tag]) => tag === language)
    .map(([, , code]) => code ?? '')
}

function markdownIn(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return []
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'))
  return names.map((name) => join(folder, name))
}
