import type { Finding } from '../finding.js'

const GB_PER_UNIT: Readonly<Record<string, number>> = {
  B: 1e-9,
  KB: 1e-6,
  MB: 1e-3,
  GB: 1,
  TB: 1e3,
  PB: 1e6,
  KIB: 1024 / 1e9,
  MIB: 1024 ** 2 / 1e9,
  GIB: 1024 ** 3 / 1e9,
  TIB: 1024 ** 4 / 1e9,
}
const NUMBER = /^\s*([+-]?\d{1,12}(?:[ _,']?\d{3})*(?:\.\d{1,9})?)\s*([a-z%/ ]*)$/i

/** Help for a number that was written with a unit, quotes or separators. */
export function numberInWords(input: unknown, key: string | number | undefined): Partial<Finding> {
  if (input === null) return { hint: 'Write a number, or remove the key.' }
  const match = typeof input === 'string' ? NUMBER.exec(input) : null
  if (!match) return {}
  const number = Number(match[1]?.replaceAll(/[ _,']/g, ''))
  const unit = (match[2] ?? '').trim().toUpperCase()
  const inGb = String(key).endsWith('_gb')
  const factor = unit === '' ? 1 : GB_PER_UNIT[unit]
  if (unit !== '' && !(inGb && factor !== undefined)) {
    return { suggestion: String(number), hint: 'Write the number alone, without a unit.' }
  }
  const value = Number((number * (factor ?? 1)).toPrecision(12))
  const hint = inGb
    ? 'Write a plain number of GB (10^9 bytes).'
    : 'Write the number without quotes.'
  return { suggestion: String(value), hint }
}
