import type { WorkspaceError, WorkspaceErrorCode } from '@lakebase/workspace'
import { CliError } from '../cli-error.js'

/** By its name: the library itself is loaded only when a workspace is asked. */
export function isWorkspaceError(error: unknown): error is WorkspaceError {
  return error instanceof Error && error.name === 'WorkspaceError'
}

/** 4 is about who one is, 5 about the way there. */
export function workspaceExitCode(code: WorkspaceErrorCode): 4 | 5 {
  return code === 'AUTH' || code === 'CONFIG' || code === 'PERMISSION' ? 4 : 5
}

/**
 * A failure of the workspace, or an answer of it that a schema refuses, as one that the command line prints; every other
 * error as it is.
 */
export function asCliError(error: unknown): unknown {
  if (error instanceof Error && error.name === 'ValiError') return badAnswer(error)
  if (!isWorkspaceError(error)) return error
  const { code, message, hint } = error
  const finding = { ruleId: `WORKSPACE_${code}`, level: 'error', message } as const
  return new CliError(
    workspaceExitCode(code),
    [{ ...finding, ...(hint !== undefined && { hint }) }],
    { cause: error },
  )
}

function badAnswer(error: Error): CliError {
  const message = `the workspace answered in a form that is not known: ${error.message}`
  const hint = 'a proxy in between, or a newer API; lakebase doctor looks at each step'
  return new CliError(5, [{ ruleId: 'WORKSPACE_BAD_ANSWER', level: 'error', message, hint }], {
    cause: error,
  })
}
