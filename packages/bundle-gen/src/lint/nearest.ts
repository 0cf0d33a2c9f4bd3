import { closest, distance } from 'fastest-levenshtein'

/** The word that was probably meant, a few letters away; undefined when none is near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  // Nobody mistypes a word into a sentence, and the distance of two long texts is dear.
  if (words.length === 0 || word.length > 60) return undefined
  const plain = word.toLowerCase()
  const best = closest(
    plain,
    words.map((one) => one.toLowerCase()),
  )
  const found = words.find((one) => one.toLowerCase() === best)
  return distance(plain, best) <= Math.max(1, Math.floor(plain.length / 3)) ? found : undefined
}
