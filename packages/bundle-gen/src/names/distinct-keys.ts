import { keyPart } from './identifiers.js'
import { shortHash } from './short-hash.js'

/**
 * A resource key for each name, in their order: prefix and name, and a hash of the name where two would
 * be equal. All of those get one, so that none depends on which comes first.
 */
export function distinctKeys(prefix: string, names: readonly string[]): readonly string[] {
  const plain = names.map((name) => [prefix, keyPart(name)].filter(Boolean).join('_'))
  const times = new Map<string, number>()
  for (const key of plain) times.set(key, (times.get(key) ?? 0) + 1)
  return plain.map((key, index) => {
    const unique = times.get(key) === 1 && !/_[0-9a-f]{8}$/.test(key) && key !== prefix
    if (unique) return key
    const name = names[index] ?? ''
    // Two pipelines may have one name, with two schedules: the second counts as another.
    const before = names.slice(0, index).filter((one) => one === name).length
    return `${key}_${shortHash(before === 0 ? name : `${name}\0${before}`)}`
  })
}
