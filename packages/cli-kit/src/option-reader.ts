import { distance } from 'fastest-levenshtein'
import { usageError } from './cli-error.js'

/** Declares an option and gives its value, in one place. Text stays text: `007` is not 7. */
export interface OptionReader {
  /** `text('-c, --config <file>', 'Workload file')`; given twice, the last one counts. */
  readonly text: (flags: string, description: string) => string | undefined
  /** May be given several times. */
  readonly texts: (flags: string, description: string) => readonly string[]
  readonly flag: (flags: string, description: string) => boolean
  readonly choice: <const T extends string>(
    flags: string,
    description: string,
    values: readonly T[],
  ) => T | undefined
}

export interface DeclaredOption {
  readonly flags: string
  readonly description: string
  /** Of a choice: what it may be. */
  readonly values?: readonly string[]
}

/** Runs the declarations for their names only, to build the parser and the help. */
export function declaredOptions(
  declare: (reader: OptionReader) => unknown,
): readonly DeclaredOption[] {
  const options: DeclaredOption[] = []
  const add = (flags: string, description: string, values?: readonly string[]) => {
    options.push({ flags, description, ...(values && { values }) })
    return undefined
  }
  declare({
    text: (flags, description) => add(flags, description),
    texts: (flags, description) => add(flags, description) ?? [],
    flag: (flags, description) => add(flags, description) ?? false,
    choice: (flags, description, values) =>
      add(flags, `${description} (${values.join(' | ')})`, values),
  })
  return options
}

/** Reads from the words as typed, because the parser underneath turns digits into numbers. */
export function argvReader(argv: readonly string[]): OptionReader {
  const values = (flags: string) => typedValues(argv, names(flags))
  return {
    text: (flags) => values(flags).at(-1),
    texts: (flags) => values(flags),
    flag: (flags) => names(flags).some((name) => argv.includes(name)),
    choice: (flags, _description, allowed) => {
      const value = values(flags).at(-1)
      if (value === undefined) return undefined
      const found = allowed.find((one) => one.toLowerCase() === value.toLowerCase())
      if (found !== undefined) return found
      throw usageError(
        `${names(flags).at(-1)}: unknown value "${value}"`,
        `allowed: ${allowed.join(', ')}${didYouMean(value, allowed)}`,
      )
    },
  }
}

/** ` (did you mean --config?)`, or nothing when no candidate is near. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates)
  return near === undefined ? '' : ` (did you mean ${near}?)`
}

/** The candidate that a typing slip away from the word is, if there is one. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  return candidates
    .map((candidate) => ({ candidate, steps: distance(word, candidate) }))
    .filter(({ candidate, steps }) => steps <= Math.max(2, candidate.length / 3))
    .sort((a, b) => a.steps - b.steps)[0]?.candidate
}

function names(flags: string): readonly string[] {
  return flags.split(/[ ,]+/).filter((word) => word.startsWith('-'))
}

function typedValues(argv: readonly string[], wanted: readonly string[]): readonly string[] {
  const end = argv.indexOf('--')
  const words = end === -1 ? argv : argv.slice(0, end)
  return words.flatMap((word, index) => {
    const [name = '', ...rest] = word.split('=')
    if (!wanted.includes(name)) return []
    if (rest.length > 0) return [rest.join('=')]
    const next = words[index + 1]
    return next === undefined ? [] : [next]
  })
}
