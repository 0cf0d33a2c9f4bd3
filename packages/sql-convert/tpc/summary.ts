import type { Outcome } from './run-benchmark.js'

export function isFailure({ kind }: Outcome): boolean {
  return kind !== 'equal' && kind !== 'unproven'
}

/** How many queries came how far; those in other words than the specification's counted apart. */
export function summaryLines(name: string, outcomes: readonly Outcome[]): readonly string[] {
  const [own, variants] = [
    outcomes.filter(({ isVariant }) => !isVariant),
    outcomes.filter(({ isVariant }) => isVariant),
  ]
  return [summaryLine(name, own), summaryLine(`${name} in other words`, variants)]
}

function summaryLine(name: string, outcomes: readonly Outcome[]): string {
  const count = (...kinds: readonly Outcome['kind'][]) =>
    outcomes.filter(({ kind }) => kinds.includes(kind)).length
  const all = outcomes.length
  const converted = all - count('refused')
  const explained = converted - count('unexplained')
  const empty = outcomes.filter((outcome) => 'rows' in outcome && outcome.rows === 0).length
  const seconds = outcomes.reduce((sum, { ms }) => sum + ms, 0) / 1_000
  return [
    `${name}: ${all} queries`,
    `converted ${converted}`,
    `explained ${explained}`,
    `equal ${count('equal')}`,
    `without rows ${empty}`,
    `wrong ${count('wrong')}`,
    `failed ${count('failing', 'by hand')}`,
    `not written by hand ${count('unproven')}`,
    `${seconds.toFixed(1)} s`,
  ].join(', ')
}
