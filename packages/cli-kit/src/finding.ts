/** What the printer needs of a finding; every library's own finding type fits. */
export interface PrintableFinding {
  readonly ruleId: string
  readonly level: 'error' | 'warn' | 'note'
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly length?: number
  readonly excerpt?: string
  readonly expected?: string
  readonly suggestion?: string
  readonly why?: string
  readonly hint?: string
}
