import { type Pattern, PatternError } from './pattern.js'

/** A replacement of Java (`$1`, `${name}`, `\$`) in PostgreSQL's words. */
export function postgresReplacement(text: string, { groups, names }: Pattern): string {
  return text.replaceAll(
    /\\([\s\S]?)|\$(?:(\d+)|\{(\w+)\})?|\\/g,
    (all, escaped: string | undefined, digits: string | undefined, name: string | undefined) => {
      if (escaped !== undefined) return literal(escaped, text)
      if (name !== undefined) return reference(names.get(name), all, text)
      if (digits === undefined)
        throw new PatternError(`a $ without a group in the replacement ${text}`)
      const [group, rest] = split(digits, groups)
      return reference(group, all, text) + rest
    },
  )
}

function literal(character: string, text: string): string {
  if (character === '') throw new PatternError(`a backslash at the end of the replacement ${text}`)
  return character === '\\' ? '\\\\' : character
}

/** As many digits as there are groups for. */
function split(digits: string, groups: number): readonly [number, string] {
  let length = 1
  while (length < digits.length && Number(digits.slice(0, length + 1)) <= groups) length++
  const group = Number(digits.slice(0, length))
  return [group <= groups ? group : Number.NaN, digits.slice(length)]
}

function reference(group: number | undefined, written: string, text: string): string {
  if (group === undefined || Number.isNaN(group)) {
    throw new PatternError(`no group ${written} for the replacement ${text}`)
  }
  if (group > 9) throw new PatternError(`the group ${group} in the replacement ${text}`)
  return group === 0 ? '\\&' : `\\${group}`
}
