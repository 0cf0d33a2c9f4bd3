import type { Grade } from '../functions/rule.js'
import type { Span } from '../source/span.js'
import { type Parameters, parametersOf } from './parameters.js'
import { Refusal } from './refusal.js'

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

/** What the lowering of one statement gathers. */
export class Context {
  /** The text of the script, for names that are the text of an expression. */
  readonly text: string
  /** Whether a column without a name may be named by its text, in quotes. */
  readonly namesColumns: boolean
  readonly #notes: Note[] = []
  readonly #parameters: Parameters
  readonly #used = new Map<string, number>()

  constructor(text: string, statement: Span, namesColumns: boolean) {
    this.text = text
    this.namesColumns = namesColumns
    this.#parameters = parametersOf(text, statement)
  }

  get notes(): readonly Note[] {
    return this.#notes
  }

  /** What each `$n` was in the source. */
  get parameters(): readonly string[] {
    return this.#parameters.written
  }

  /** A name that stands nowhere else in the statement. */
  fresh(stem: string): string {
    const number = (this.#used.get(stem) ?? 0) + 1
    this.#used.set(stem, number)
    return number === 1 ? `_${stem}` : `_${stem}${number}`
  }

  /** `$n` for the parameter that begins here. */
  parameter(start: number): string {
    return this.#parameters.placeholder(start)
  }

  note(note: Note): void {
    if (!this.#notes.some((one) => one.because === note.because)) this.#notes.push(note)
  }

  refuse(message: string, span: Span, hint?: string): never {
    throw new Refusal('unsupported', message, span, hint)
  }

  needsSchema(message: string, span: Span): never {
    throw new Refusal('needs schema', message, span)
  }
}
