import type { Grade } from '../functions/rule.js'
import type { Span } from '../source/span.js'
import { parametersOf } from './parameters.js'
import { Refusal } from './refusal.js'

/** What the lowering of one statement gathers. */
export interface Context {
  /** The text of the script, for names that are the text of an expression. */
  readonly text: string
  /** Whether a column without a name may be named by its text, in quotes. */
  readonly namesColumns: boolean
  /** A name that stands nowhere else in the statement. */
  readonly fresh: (stem: string) => string
  /** `$n` for the parameter that begins here. */
  readonly parameter: (start: number) => string
  /** What each `$n` was in the source. */
  readonly parameters: readonly string[]
  readonly note: (note: Note) => void
  readonly notes: readonly Note[]
  readonly refuse: (message: string, span: Span, hint?: string) => never
  readonly needsSchema: (message: string, span: Span) => never
}

/** What differs from Spark in one place. */
interface Note {
  readonly grade: Grade
  readonly because: string
  readonly span: Span
}

/** Whether a script has names in quotes that may be the text of an expression. Asked once: it reads it all. */
export function hasNamesOfText(text: string): boolean {
  return /`\d|`[^`\n]*[^\w`\n][^`\n]*`/.test(text)
}

export function contextOf(text: string, statement: Span, namesColumns: boolean): Context {
  const notes: Note[] = []
  const used = new Map<string, number>()
  const parameters = parametersOf(text, statement)
  return {
    text,
    namesColumns,
    fresh: (stem) => {
      const number = (used.get(stem) ?? 0) + 1
      used.set(stem, number)
      return number === 1 ? `_${stem}` : `_${stem}${number}`
    },
    parameter: parameters.placeholder,
    parameters: parameters.written,
    note: (note) => {
      if (!notes.some((one) => one.because === note.because)) notes.push(note)
    },
    notes,
    refuse: (message, span, hint) => {
      throw new Refusal('unsupported', message, span, hint)
    },
    needsSchema: (message, span) => {
      throw new Refusal('needs schema', message, span)
    },
  }
}
