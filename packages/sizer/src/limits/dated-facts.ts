import type { Confidence } from './limits.js'

/** A fact as JSON has it, where the confidence is any text. */
interface WrittenFact {
  readonly source: string
  readonly asOf: string
  readonly confidence: string
}

/** Narrows the confidence of a fact from a data file. A slip there is our bug, so it throws on load. */
export function fact<T extends WrittenFact>(written: T): Omit<T, 'confidence'> & FactConfidence {
  const { confidence } = written
  if (!isConfidence(confidence)) {
    throw new Error(`Confidence "${confidence}" of "${written.source}" is not H, M or L`)
  }
  return { ...written, confidence }
}

interface FactConfidence {
  readonly confidence: Confidence
}

function isConfidence(text: string): text is Confidence {
  return text === 'H' || text === 'M' || text === 'L'
}
