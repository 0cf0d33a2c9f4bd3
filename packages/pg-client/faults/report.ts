import type { Cell } from './run-matrix.js'

/** The cells as a table of Markdown, one line each. */
export function table(cells: readonly Cell[]): readonly string[] {
  const names = Object.keys(cells.find(({ result }) => result)?.result ?? {})
  const lines = cells.map(({ scenario, client, result }) =>
    result
      ? [scenario, client, ...Object.values(result).map((value) => value.toLocaleString('en'))]
      : [scenario, client, 'the process ended', ...names.slice(1).map(() => '')],
  )
  const all = [['scenario', 'client', ...names], ...lines]
  const widths = (all[0] ?? []).map((_, at) =>
    Math.max(...all.map((words) => words[at]?.length ?? 0)),
  )
  const row = (words: readonly string[]) => {
    const padded = words.map((word, at) => {
      const width = widths[at] ?? 0
      return at < 2 ? word.padEnd(width) : word.padStart(width)
    })
    return `| ${padded.join(' | ')} |`
  }
  const rule = widths.map((width, at) => (at < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [row(all[0] ?? []), row(rule), ...lines.map(row)]
}
