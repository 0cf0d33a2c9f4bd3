const MS_PER_DAY = 86_400_000

/** Days from 1970-01-01 to an ISO date, or undefined when no such day exists (2026-02-30). */
export function dayNumber(isoDate: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDate)) return undefined
  const day = Date.parse(`${isoDate}T00:00:00Z`) / MS_PER_DAY
  return isoDateOf(day) === isoDate ? day : undefined
}

/** Days that both ends include. */
export interface DaySpan {
  readonly first: number
  readonly last: number
}

export interface CalendarMonth extends DaySpan {
  /** `2026-12` */
  readonly name: string
}

/** The calendar months after the month that `day` lies in. */
export function monthsAfter(day: number, count: number): readonly CalendarMonth[] {
  const date = new Date(day * MS_PER_DAY)
  return Array.from({ length: count }, (_, index) => {
    const month = date.getUTCMonth() + 1 + index
    const first = Date.UTC(date.getUTCFullYear(), month, 1) / MS_PER_DAY
    const last = Date.UTC(date.getUTCFullYear(), month + 1, 1) / MS_PER_DAY - 1
    return { name: isoDateOf(first).slice(0, 7), first, last }
  })
}

// Date.parse reads 2026-02-30 as 2 March in some engines and as NaN in others.
function isoDateOf(day: number): string {
  return Number.isNaN(day) ? '' : new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}
