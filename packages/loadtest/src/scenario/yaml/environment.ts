import type { YamlPath } from '@lakebase/config'
import { reportAt, type YamlFile } from './yaml-file.js'

const REFERENCE = /\$\{([^}]*)\}/g

/**
 * A text with `${NAME}` replaced by the environment's value; undefined when one is not set, which is told. Nothing is
 * run with the reference itself as its value.
 */
export function withEnvironment(
  written: string,
  path: YamlPath,
  file: YamlFile,
): string | undefined {
  const names = Array.from(written.matchAll(REFERENCE), ([, name = '']) => name)
  const missing = names.filter((name) => !file.env[name])
  for (const name of missing) {
    reportAt(file, path, 'LT010', `the environment has no ${name}`, {
      hint: `Set ${name}, in .env or before the command.`,
    })
  }
  if (missing.length > 0) return undefined
  return written.replace(REFERENCE, (_, name: string) => file.env[name] ?? '')
}
