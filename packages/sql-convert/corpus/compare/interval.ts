const MONTHS: Readonly<Record<string, number>> = { year: 12, mon: 1, month: 1 }
const SECONDS: Readonly<Record<string, number>> = {
  week: 604_800,
  day: 86_400,
  hour: 3600,
  minute: 60,
  second: 1,
  millisecond: 1e-3,
  microsecond: 1e-6,
}

/** Months and seconds of an interval, as either engine prints it; undefined when it is none. */
export function readInterval(text: string): readonly [number, number] | undefined {
  const months = /^(-?)(\d+)-(\d+)$/.exec(text)
  if (months) {
    const total = Number(months[2]) * 12 + Number(months[3])
    return [months[1] ? -total : total, 0]
  }
  const days = /^(-?)(\d+) (\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(text)
  if (days) {
    const [, sign, day, hour, minute, second] = days.map(String)
    const total = Number(day) * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second)
    return [0, sign === '-' ? -total : total]
  }
  return readUnits(text)
}

function readUnits(text: string): readonly [number, number] | undefined {
  let months = 0
  let seconds = 0
  const rest = text.replaceAll(
    /([+-]?\d+(?:\.\d+)?) ([a-z]+?)s?\b|([+-]?)(\d+):(\d\d):(\d\d(?:\.\d+)?)/g,
    (all, amount: string | undefined, unit: string, sign: string, hour, minute, second) => {
      if (amount === undefined) {
        const total = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
        seconds += sign === '-' ? -total : total
        return ''
      }
      const inMonths = MONTHS[unit]
      const inSeconds = SECONDS[unit]
      if (inMonths !== undefined) months += inMonths * Number(amount)
      else if (inSeconds !== undefined) seconds += inSeconds * Number(amount)
      else return all
      return ''
    },
  )
  return rest.trim() === '' && text.trim() !== '' ? [months, seconds] : undefined
}
