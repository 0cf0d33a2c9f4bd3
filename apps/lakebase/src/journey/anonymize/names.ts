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

/** Texts with placeholders in the place of names. */
export interface Hiding {
  /** Of a text in which nothing but a name may stand. */
  readonly name: (text: string) => string
  /**
   * Of a sentence. A name that could be a word of ours, as `memory` or `orders`, is one only in quotes, behind a dot
   * or as the name of a sync; any other is found wherever it stands whole.
   */
  readonly prose: (text: string) => string
}

export function hiding(names: ReadonlyMap<string, string>): Hiding {
  const prose = inProse(names)
  return { name: (text) => names.get(text) ?? prose(text), prose }
}

function inProse(names: ReadonlyMap<string, string>): Hiding['prose'] {
  // The longest first: `shop.orders` before `orders`.
  const all = [...names.keys()].sort((a, b) => b.length - a.length)
  if (all.length === 0) return (text) => text
  const words = all.map((name) => (isPlainWord(name) ? `${NAME_PLACE}${name}` : literal(name)))
  const whole = new RegExp(`(?<!\\w)(?:${words.join('|')})(?!\\w)`, 'g')
  return (text) => text.replace(whole, (name) => names.get(name) ?? name)
}

/** What stands before a name and before no word of ours. */
const NAME_PLACE = '(?<=["`.]|\\bSync )'

function isPlainWord(name: string): boolean {
  return /^[A-Za-z]+$/.test(name)
}

function literal(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
