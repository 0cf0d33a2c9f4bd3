import type { JourneyReport } from '../journey-report.js'

/** Every name of the user's that a report can hold, and what stands for it. */
export function placeholders(report: JourneyReport): ReadonlyMap<string, string> {
  const { estimate, conversion, bundle } = report
  const names = new Map<string, string>()
  const hide = (name: string, placeholder: string) => {
    if (name !== '' && !names.has(name)) names.set(name, placeholder)
  }
  hide(estimate.config, 'workload.yml')
  for (const [index, { name }] of estimate.tables.entries()) {
    const table = `table_${index + 1}`
    hide(name, table)
    const parts = name.replaceAll('`', '').split('.')
    hide(parts.slice(1).join('.'), table)
    hide(parts.at(-1) ?? '', table)
  }
  for (const [index, { id }] of estimate.pipelines.entries()) hide(id, `pipeline_${index + 1}`)
  for (const [index, { source, target }] of (conversion?.files ?? []).entries()) {
    hide(source, `query_${index + 1}.sql`)
    hide(target ?? '', `converted/query_${index + 1}.sql`)
  }
  hide(conversion?.compat.file ?? '', 'spark_compat.sql')
  hide(bundle?.folder ?? '', 'bundle')
  hide(estimate.comparison?.with ?? '', 'earlier.json')
  hide(report.name, 'workload')
  return names
}

/** A text with placeholders in the place of whole names; the longest name first. */
export function hiding(names: ReadonlyMap<string, string>): (text: string) => string {
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length)
  if (longestFirst.length === 0) return (text) => text
  const literal = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const whole = new RegExp(`(?<!\\w)(?:${literal.join('|')})(?!\\w)`, 'g')
  return (text) => text.replace(whole, (name) => names.get(name) ?? name)
}
