export interface RateCardIssue {
  /** Place in the card, such as `prices.aws.us-east-1.PREMIUM.storageDsu`. */
  readonly path: string
  readonly message: string
}

/** A rate card that cannot be used, with everything that is wrong in it. */
export class RateCardError extends Error {
  override readonly name = 'RateCardError'
  readonly code = 'RATE_CARD_INVALID'
  readonly issues: readonly RateCardIssue[]

  constructor(issues: readonly RateCardIssue[]) {
    const lines = issues.map(({ path, message }) => `  ${path}: ${message}`)
    super(`The rate card has ${issues.length} problem(s)\n${lines.join('\n')}`)
    this.issues = issues
  }
}
