import { daysBetween } from '../day.js'
import type { Random } from '../random.js'
import { FIRST_DATE, FIRST_DATE_KEY } from './calendar.js'

const FIRST_SALE = FIRST_DATE_KEY + daysBetween(FIRST_DATE, '1999-01-01')
const LAST_SALE = FIRST_DATE_KEY + daysBetween(FIRST_DATE, '2001-12-31')

/** The key of a day of the three years in which there are sales; November and December have more. */
export function soldOn(random: Random): number {
  const key = random.int(FIRST_SALE, LAST_SALE)
  const ofYear = (key - FIRST_SALE) % 365
  return ofYear < 180 && random.chance(0.2) ? Math.min(key + 320 - ofYear, LAST_SALE) : key
}

export function soldAt(random: Random): number {
  return random.int(7 * 60, 21 * 60) * 60
}

/** A key that is missing now and then. */
export function perhaps(random: Random, key: number): number | null {
  return random.chance(0.03) ? null : key
}
