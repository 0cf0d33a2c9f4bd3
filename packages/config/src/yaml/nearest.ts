import { closest, distance } from 'fastest-levenshtein'

/**
 * The word that was probably meant: equal but for case, separators or the order
 * of its letters, or a few letters away.
 */
export function nearest(word: string, words: readonly string[]): string | undefined {
  // Nobody mistypes a word into a sentence, and the distance of two long texts is dear.
  if (words.length === 0 || word.length > 60) return undefined
  const plain = normal(word)
  const same =
    words.find((one) => normal(one) === plain) ??
    words.find((one) => letters(normal(one)) === letters(plain))
  if (same !== undefined) return same
  const best = closest(plain, words.map(normal))
  const found = words.find((one) => normal(one) === best)
  return distance(plain, best) <= Math.max(1, Math.floor(plain.length / 3)) ? found : undefined
}

function normal(word: string): string {
  return word.toLowerCase().replaceAll(/[-_\s.]/g, '')
}

function letters(word: string): string {
  return [...word].toSorted().join('')
}
