/** The profiles of a `.databrickscfg`, by name. */
export type Profiles = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * Reads `[section]` and `key = value` lines. A `#` or `;` starts a comment only at the beginning of a
 * line, as in the Python SDK: a client secret may hold either. Keys are lower-cased; the last one wins.
 */
export function readConfigFile(text: string): Profiles {
  const profiles = new Map<string, Map<string, string>>()
  let section = sectionOf(profiles, 'DEFAULT')
  for (const written of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const line = written.trim()
    if (line.startsWith('[') && line.endsWith(']')) {
      section = sectionOf(profiles, line.slice(1, -1).trim())
      continue
    }
    const sign = line.search(/[=:]/)
    const key = line.slice(0, Math.max(sign, 0)).trim().toLowerCase()
    const value = line.slice(sign + 1).trim()
    if (/^[^#;]/.test(key) && value !== '') section.set(key, value)
  }
  return profiles
}

function sectionOf(profiles: Map<string, Map<string, string>>, name: string): Map<string, string> {
  const section = profiles.get(name) ?? new Map<string, string>()
  profiles.set(name, section)
  return section
}
