import rules from '../data/conversion-rules.json' with { type: 'json' }

/** What a diagnostic of a conversion means: SQ001, SQ002 and so on. */
export interface ConversionRule {
  readonly id: string
  readonly title: string
  readonly why: string
  /** What to do now. */
  readonly help: string
}

/** Every diagnostic by id. */
export const conversionRules: readonly ConversionRule[] = rules
