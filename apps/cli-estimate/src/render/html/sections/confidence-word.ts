const WORDS = { H: 'high', M: 'medium', L: 'low' } as const

/** The confidence of a source as a word. */
export function confidenceWord(confidence: keyof typeof WORDS): string {
  return WORDS[confidence]
}
