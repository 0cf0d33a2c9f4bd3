import { nearest } from '@lakebase/config'
import keys from '../../data/legacy-keys.json' with { type: 'json' }
import { warning } from '../findings.js'
import { reportAt, type YamlFile } from '../yaml/yaml-file.js'

/** Sections whose keys are not checked by the schema. */
const SECTIONS = ['metrics', 'alerting', 'reporting', 'advanced'] as const

/** Tells each key of the file that does nothing, and what there is in its place. */
export function reportIgnored(file: YamlFile): void {
  for (const { key, instead } of keys) {
    const path = key.split('.')
    if (file.source.read(path) === undefined) continue
    const message = `${path.at(-1)} does nothing here: ${instead}`
    file.report(warning('LT016', message, file.source.locate(path, 'key')))
  }
  for (const section of SECTIONS) reportUnknown(section, file)
}

/** Keys that the old runner had not either. */
function reportUnknown(section: (typeof SECTIONS)[number], file: YamlFile): void {
  const known = keys.flatMap(({ key }) =>
    key.startsWith(`${section}.`) ? key.slice(section.length + 1) : [],
  )
  const written = file.source.read([section])
  if (typeof written !== 'object' || written === null) return
  for (const key of Object.keys(written)) {
    if (known.includes(key)) continue
    const suggestion = nearest(key, known)
    const details = suggestion === undefined ? { expected: known.join(', ') } : { suggestion }
    reportAt(file, [section, key], 'LB003', `unknown key "${key}"`, details)
  }
}
