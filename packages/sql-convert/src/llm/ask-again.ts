import type { ModelAttempt } from './attempt.js'
import type { ModelMessage } from './chat.js'

/** What the model is told of its last answer: Postgres' own words, or the clause that got lost. */
export function askAgain(said: string, attempt: ModelAttempt): readonly ModelMessage[] {
  const told = { role: 'user', content: `${complaint(attempt)} ${AGAIN}` } as const
  // An empty message is refused by some endpoints.
  return said === '' ? [told] : [{ role: 'assistant', content: said.slice(0, LONGEST) }, told]
}

const AGAIN = 'Answer again with JSON only: {"sql": "…"}, one complete statement of PostgreSQL 17.'

/** An answer that wandered off is not paid for again in full. */
const LONGEST = 8_000

function complaint({ outcome, message, reasons = [] }: ModelAttempt): string {
  const details = reasons
    .map(
      (reason) =>
        `- ${reason.message}${reason.hint === undefined ? '' : ` (hint: ${reason.hint})`}`,
    )
    .join('\n')
  switch (outcome) {
    case 'grammar':
      return `PostgreSQL 17 cannot read that:\n${details || message}\n`
    case 'explain':
      return `PostgreSQL 17 does not plan that:\n${details || message}\n`
    case 'census':
      return `That does not keep the meaning:\n${details || message}\n`
    default:
      return `That cannot be used: ${message}.`
  }
}
