import type { Revealable } from './secret.js'

/** Takes secrets out of texts that come from elsewhere: a server's message, a program's output. */
export interface Scrubber {
  /** From now on this text is taken out wherever it stands. */
  learn(secret: Revealable): void
  scrub(text: string): string
}

const MASK = '[redacted]'
/** Shorter ones would tear holes into ordinary words. */
const SHORTEST_SECRET = 4
/** Tokens are minted by the hour; a program may run for months. */
const MOST_SECRETS = 200
const TOKEN_FORMS = [
  /\b(?:dapi|dkea|dose|dsapi)[0-9a-f]{12,}(?:-\d+)?/gi,
  /\beyJ[\w-]{6,}\.[\w-]{6,}(?:\.[\w-]*)?/g,
  /(?<=\b(?:Basic|Bearer)\s+)[\w+/.~-]{8,}=*/gi,
] as const

export function createScrubber(): Scrubber {
  const known = new Set<string>()
  return {
    learn(secret) {
      const text = secret.reveal()
      if (text.length < SHORTEST_SECRET) return
      known.delete(text)
      known.add(text)
      const [oldest] = known
      if (known.size > MOST_SECRETS && oldest !== undefined) known.delete(oldest)
    },
    scrub(text) {
      // The longer ones first: one secret may be the beginning of another.
      const byLength = [...known].sort((a, b) => b.length - a.length)
      const withoutKnown = byLength.reduce((rest, secret) => rest.replaceAll(secret, MASK), text)
      return TOKEN_FORMS.reduce((rest, form) => rest.replace(form, MASK), withoutKnown)
    },
  }
}
