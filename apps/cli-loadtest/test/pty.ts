import { spawnSync } from 'node:child_process'

/** Runs a command on a terminal of its own, and types one line when a question stands there. */
const PTY = `import os, pty, sys
answer, question = sys.argv[1].encode() + b"\\n", sys.argv[2].encode()
seen = b""
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[3], sys.argv[3:])
while True:
    try:
        part = os.read(terminal, 4096)
    except OSError:
        break
    if not part:
        break
    seen += part
    if question and question in seen:
        os.write(terminal, answer)
        question = b""
_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(seen)
sys.exit(os.waitstatus_to_exitcode(status))
`

/** What stood on the terminal, and how the command ended. */
export function runOnTerminal(
  bin: string,
  args: readonly string[],
  { answer, question }: { readonly answer: string; readonly question: string },
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): { readonly code: number | null; readonly screen: string } {
  const { PATH, HOME, TMPDIR } = process.env
  const words = ['-c', PTY, answer, question, process.execPath, bin, ...args]
  const { status, stdout } = spawnSync('python3', words, {
    cwd,
    encoding: 'utf8',
    env: { PATH, HOME, TMPDIR, NO_COLOR: '1', ...env },
  })
  return { code: status, screen: stdout }
}
