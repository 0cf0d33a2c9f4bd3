/** Kinds of text that a table may hold, from hardly to highly compressible. */
export type TextKind = 'hex' | 'words' | 'log' | 'json' | 'repeat' | 'late'

const WORDS =
  'the quick brown fox jumps over lazy dogs while seven wizards box with liquor jugs'.split(' ')

/** The same text each time: fixtures hold what PostgreSQL made of it. */
export function compressibleText(kind: TextKind, length: number, seed: number): string {
  const next = generator(seed)
  let text = ''
  while (text.length < length) text += piece(kind, next, text.length, length)
  return text.slice(0, length)
}

function piece(kind: TextKind, next: (below: number) => number, at: number, length: number) {
  const word = () => WORDS[next(WORDS.length)] ?? ''
  switch (kind) {
    case 'hex':
      return next(16).toString(16)
    case 'words':
      return `${word()} `
    case 'log':
      return `2026-01-${next(28)} INFO com.example.OrderService - order ${next(1e6)} took ${next(500)} ms\n`
    case 'json':
      return `{"id":${next(1e5)},"name":"${word()}","tags":["${word()}","${word()}"]},`
    case 'repeat':
      return 'abcdefg'
    case 'late':
      return at < length / 2 ? next(36).toString(36) : 'xyzzy'
  }
}

/** Park and Miller's generator, CACM 31 (1988): the same numbers on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return Math.floor((state / 2_147_483_647) * below)
  }
}
