import type { Finding } from '../finding.js'
import type { Workload, YamlPath } from '../workload.js'
import type { PlacelessFinding } from '../yaml/describe-issue.js'
import type { YamlSource } from '../yaml/yaml-source.js'

/** A check of a whole workload. It needs no workspace, no prices and no clock. */
export type Rule = (workload: Workload, source: YamlSource) => readonly Finding[]

/** The finding at the value of that path. */
export function at(source: YamlSource, path: YamlPath, finding: PlacelessFinding): Finding {
  return { ...finding, ...source.locate(path) }
}

/** The finding at the key of that path: for sections and for what is missing in them. */
export function atKey(source: YamlSource, path: YamlPath, finding: PlacelessFinding): Finding {
  return { ...finding, ...source.locate(path, 'key') }
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
