import { execFileSync } from 'node:child_process'

/** What the command prints; a failure carries what it said on stderr. */
export function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
