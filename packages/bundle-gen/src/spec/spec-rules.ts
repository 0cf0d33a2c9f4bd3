import rules from '../data/spec-rules.json' with { type: 'json' }

/** What a finding about a spec, its files or its sources means: BG001, BG002 and so on. */
export interface SpecRule {
  readonly id: string
  readonly title: string
  readonly why: string
  /** What to do now. */
  readonly help: string
}

/** Every rule by id. */
export const specRules: readonly SpecRule[] = rules
