import { isWorkspaceError, workspaceExitCode } from '@lakebase/cli-kit/workspace'
import { ValiError } from 'valibot'
import type { Diagnosis } from './diagnosis.js'

/** A test that failed at the workspace; what else is thrown is a bug of ours. */
export function failed(test: string, error: unknown, cure?: string): Diagnosis {
  if (error instanceof ValiError) {
    const said = `the workspace answered in a form that is not known: ${error.message}`
    return { test, status: 'bad', said, exitCode: 5 }
  }
  if (!isWorkspaceError(error)) throw error
  const mends = cure ?? error.hint
  return {
    test,
    status: 'bad',
    said: error.message,
    ...(mends !== undefined && { cure: mends }),
    exitCode: error.code === 'SQL' ? 4 : workspaceExitCode(error.code),
  }
}
