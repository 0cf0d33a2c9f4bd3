export { type CliVersion, cliVersionFor } from './cli-version/cli-version-for.js'
export type { Finding, FindingLevel } from './finding.js'
