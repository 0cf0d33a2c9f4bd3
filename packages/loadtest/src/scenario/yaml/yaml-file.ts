import type { Finding, Place, YamlPath, YamlSource } from '@lakebase/config'
import type { Report } from '../findings.js'

/** A YAML file while it is read: its text, its places, and where findings go. */
export interface YamlFile {
  readonly text: string
  readonly source: YamlSource
  readonly report: Report
  /** Reads a file that it names, relative to it; undefined when there is none. */
  readonly readText: (path: string) => string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Tells an error at a place of the file. */
export function reportAt(
  file: YamlFile,
  path: YamlPath,
  ruleId: string,
  message: string,
  details: Omit<Partial<Finding>, keyof Place> = {},
): void {
  file.report({ ruleId, level: 'error', message, ...details, ...file.source.locate(path) })
}
