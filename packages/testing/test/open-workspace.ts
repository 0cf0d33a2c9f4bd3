// biome-ignore lint/correctness/noUndeclaredDependencies: vitest is the root's, as for every test file
import { onTestFinished } from 'vitest'
import { type FakeWorkspace, type FakeWorkspaceOptions, startFakeWorkspace } from '../src/index.js'

/** A workspace that closes with the test. */
export async function openWorkspace(options: FakeWorkspaceOptions = {}): Promise<FakeWorkspace> {
  const workspace = await startFakeWorkspace(options)
  onTestFinished(() => workspace.close())
  return workspace
}
