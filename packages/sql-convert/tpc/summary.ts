import type { Outcome } from './run-benchmark.js'

export function isFailure({ kind }: Outcome): boolean {
  return kind !== 'equal' && kind !== 'unproven'
}

/** The same at each run, as the README shows it: how many queries came how far; those in other words than the specification's counted apart. */
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
  return [
    `${name}: ${all} queries`,
    `converted ${converted}`,
    `explained ${explained}`,
    `equal ${count('equal')}`,
    `without rows ${empty}`,
    `wrong ${count('wrong')}`,
    `failed ${count('failing', 'by hand')}`,
    `not written by hand ${count('unproven')}`,
  ].join(', ')
}
