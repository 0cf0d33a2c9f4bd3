import names from '../data/metric-names.json' with { type: 'json' }

const KNOWN = Object.values(names.metrics).flat()

/** The metric that a label is about: labels may have the name of the instance before it, or the statistic behind. */
export function metricIn(label: string): string {
  const words = label.split(/[^\w.]+/)
  return KNOWN.find((name) => words.includes(name)) ?? label.trim()
}
