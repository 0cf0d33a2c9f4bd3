import { pick, type randomOf } from './random.js'

const PIECES =
  `SELECT FROM WHERE GROUP BY ORDER HAVING QUALIFY LATERAL VIEW explode PIVOT UNPIVOT ( ) [ ] , ; . * - -- /* */ ' " \` \\ :: : ? $1 :x %s
 CASE WHEN END CAST AS INT DECIMAL(10,2) ARRAY<INT> MAP<STRING,INT> STRUCT<a:INT> INTERVAL '1' DAY NULL TRUE 1 0 -1 1e400 9223372036854775808 0x DATE'2026-01-01'
 array( map( struct( transform( x -> x) OVER () sum( count(*) |> AGGREGATE |> WHERE UNION ALL EXCEPT WITH RECURSIVE AS MERGE INTO USING MATCHED THEN UPDATE SET INSERT VALUES
 'it''s' r'\\d' X'FF' "a" \`b\` é \u0000 \u{1F600} IS NOT DISTINCT FROM BETWEEN AND IN LIKE ESCAPE RLIKE $$ {{x}} \${y} ROLLUP CUBE GROUPING SETS`.split(
    /\s+/,
  )

type Random = ReturnType<typeof randomOf>

/** One statement of the seeds, changed in one place mostly, in six at most. */
export function mutate(random: Random, seeds: readonly string[]): string {
  let text = pick(random, seeds) ?? ''
  const changes = 1 + Math.floor(random() ** 3 * 6)
  for (let change = 0; change < changes; change++) text = changed(random, text, seeds)
  return text.slice(0, 20_000)
}

function changed(random: Random, text: string, seeds: readonly string[]): string {
  const at = Math.floor(random() * (text.length + 1))
  const size = 1 + Math.floor(random() ** 3 * 40)
  const cut = text.slice(at, at + size)
  switch (Math.floor(random() * 9)) {
    case 0:
      return text.slice(0, at) + text.slice(at + size)
    case 1:
      return `${text.slice(0, at)} ${pick(random, PIECES)} ${text.slice(at)}`
    case 2:
      return text.slice(0, at) + cut.repeat(1 + Math.floor(random() ** 4 * 200)) + text.slice(at)
    case 3:
      return swapWords(random, text)
    case 4:
      return (
        text.slice(0, at) + String.fromCharCode(Math.floor(random() * 256)) + text.slice(at + 1)
      )
    case 5:
      return text.slice(0, at)
    case 6:
      return crossed(random, text, pick(random, seeds) ?? '')
    case 7:
      return nested(random, text, at)
    default:
      return `${text.slice(0, at)}${pick(random, PIECES)}${text.slice(at + size)}`
  }
}

function swapWords(random: Random, text: string): string {
  const words = text.split(' ')
  const one = Math.floor(random() * words.length)
  const other = Math.floor(random() * words.length)
  const kept = words[one] ?? ''
  words[one] = words[other] ?? ''
  words[other] = kept
  return words.join(' ')
}

function crossed(random: Random, text: string, other: string): string {
  const at = Math.floor(random() * text.length)
  return text.slice(0, at) + other.slice(Math.floor(random() * other.length))
}

/** Brackets, CASE and sub-queries around what stands from here. */
function nested(random: Random, text: string, at: number): string {
  const depth = 1 + Math.floor(random() ** 4 * 300)
  const [open, close] = pick(random, [
    ['(', ')'],
    ['(SELECT ', ')'],
    ['CASE WHEN true THEN ', ' END'],
    ['array(', ')'],
    ['- ', ''],
    ['NOT ', ''],
  ] as const) ?? ['(', ')']
  return text.slice(0, at) + open.repeat(depth) + text.slice(at) + close.repeat(depth)
}
