/**
 * `'1-2' YEAR TO MONTH`, `'1 02:03:04.5' DAY TO SECOND` and shorter ranges, as Postgres reads them;
 * undefined when the text does not fit the units.
 */
export function intervalRange(text: string, unit: string, to: string): string | undefined {
  const [, sign = '', rest = ''] = /^\s*([+-]?)\s*(.*?)\s*$/.exec(text) ?? []
  const minus = sign === '-' ? '-' : ''
  if (unit === 'YEAR') {
    const [, years, months] = /^(\d+)-(\d+)$/.exec(rest) ?? []
    return years === undefined ? undefined : `${minus}${years} years ${minus}${months} months`
  }
  const days = unit === 'DAY' ? /^(\d+)\s+(.*)$/.exec(rest) : null
  if (unit === 'DAY' && days === null) return undefined
  const time = clock(days?.[2] ?? rest, unit === 'DAY' ? 'HOUR' : unit, to)
  if (time === undefined) return undefined
  return days === null ? `${minus}${time}` : `${minus}${days[1]} days ${minus}${time}`
}

const PLACES = ['HOUR', 'MINUTE', 'SECOND']

function clock(text: string, from: string, to: string): string | undefined {
  const parts = text.split(':')
  const first = PLACES.indexOf(from)
  if (parts.length !== PLACES.indexOf(to) - first + 1) return undefined
  if (!parts.every((part) => /^\d+(\.\d*)?$/.test(part))) return undefined
  const all = ['00', '00', '00']
  parts.forEach((part, place) => {
    all[first + place] = part.padStart(2, '0')
  })
  return all.join(':').replace(/(\.\d{6})\d+$/, '$1')
}
