const PATTERN =
  /^([+-]?\d{4,6})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d):(\d\d)(?:\.(\d+))?)?\s*(?:Z|[+-]\d\d(?::?\d\d){0,2})?( BC)?$/

/** Date and time without zone, in one form for both engines; undefined when it is neither. */
export function readDatetime(text: string): string | undefined {
  const found = PATTERN.exec(text)
  if (!found) return undefined
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', era = ''] =
    found
  const digits = fraction.replace(/0+$/, '')
  return `${year}-${month}-${day}${era} ${hour}:${minute}:${second}${digits === '' ? '' : `.${digits}`}`
}
