import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './published-packages.js'
import { run } from './run.js'

/** Packs a package as it is published, and gives the path of the tarball. */
export function pack(folder: string, into: string): string {
  const answer = run('pnpm', ['pack', '--json', '--pack-destination', into], join(root, folder))
  const { filename }: { filename: string } = JSON.parse(answer)
  return filename
}

/** Packs a package and lays out its files, as a package manager would. */
export function packInto(folder: string, into: string): void {
  mkdirSync(into, { recursive: true })
  run('tar', ['-xzf', pack(folder, into), '--strip-components=1'], into)
}
