export { configuredWarehouse } from './configured-warehouse.js'
export { openWorkspaceFor } from './open-workspace-for.js'
export { type DotEnv, readDotEnv } from './read-dot-env.js'
export { asCliError, isWorkspaceError, workspaceExitCode } from './workspace-failure.js'
