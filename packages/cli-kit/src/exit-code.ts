export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 70 | 130 | 143

/** What each exit code means; the same list stands in `--help` and in every JSON result. */
export const EXIT_CODES = {
  0: 'done',
  1: 'done, with findings at error level or a gate failed',
  2: 'wrong usage',
  3: 'config invalid or missing',
  4: 'not signed in, or no permission',
  5: 'network or remote failure',
  6: 'partial result, with --strict',
  70: 'a bug of ours',
  130: 'interrupted (Ctrl-C)',
  143: 'terminated',
} as const satisfies Readonly<Record<ExitCode, string>>

/** How a command ended. */
export interface Exit {
  readonly code: ExitCode
  readonly reason: string
}
