/** Source: Spark 4.1, SparkParserUtils.unescapeSQLString. */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  b: '\b',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\u001A',
  // For LIKE, which reads the backslash itself.
  '%': '\\%',
  _: '\\_',
}
const ESCAPED = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})|([\s\S]))/g

/** The value of what stands between the quotes; `\` begins an escape, a doubled quote is one. */
export function stringValue(inside: string, quote: string): string {
  const single = inside.includes(quote) ? inside.replaceAll(quote + quote, quote) : inside
  if (!single.includes('\\')) return single
  return single.replace(ESCAPED, (_all, short, long, octal, letter) => {
    if (short !== undefined) return String.fromCharCode(Number.parseInt(short, 16))
    if (long !== undefined) return codePoint(Number.parseInt(long, 16))
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
    return ESCAPES[letter] ?? letter
  })
}

const LAST_CODE_POINT = 0x10_ff_ff

function codePoint(value: number): string {
  return value <= LAST_CODE_POINT ? String.fromCodePoint(value) : '\uFFFD'
}
