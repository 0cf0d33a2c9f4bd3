import type { Finding } from '../finding.js'
import type { Workload } from '../workload.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import { at } from './rule.js'

/**
 * LB040: query files that do not exist. The caller looks, for it knows what the paths are relative to;
 * findings that a comment silences are left out.
 *
 * @param exists Whether a file of that name, as written, is there.
 */
export function checkQueryFiles(
  workload: Workload,
  source: YamlSource,
  exists: (file: string) => boolean,
): readonly Finding[] {
  const findings = workload.queries.flatMap(({ name, file, at: path }) => {
    if (file === undefined || exists(file)) return []
    const message = `query "${name}": there is no file ${file}`
    const hint = 'Paths are relative to the workload file.'
    return at(source, [...path, 'file'], { ruleId: 'LB040', level: 'error', message, hint })
  })
  return source.applyIgnores(findings)
}
