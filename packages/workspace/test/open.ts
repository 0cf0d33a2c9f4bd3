import type { FakeWorkspace } from '@lakebase/testing'
import {
  openWorkspace,
  type Workspace,
  WorkspaceError,
  type WorkspaceOptions,
} from '../src/index.js'

/** A workspace that knows nothing of this machine and does not wait between its tries. */
export function openFake(fake: FakeWorkspace, options: WorkspaceOptions = {}): Workspace {
  const ca = fake.ca === undefined ? {} : { ca: fake.ca }
  const clock = { now: Date.now, random: Math.random, sleep: async () => undefined }
  return openWorkspace({
    host: fake.host,
    token: fake.pat,
    env: {},
    home: '/nowhere',
    clock,
    ...ca,
    ...options,
  })
}

/** The error that a call ends with. */
export async function errorOf(work: Promise<unknown>): Promise<WorkspaceError> {
  try {
    await work
  } catch (error) {
    if (error instanceof WorkspaceError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}
