import { dayAfter } from '../day.js'
import { type Row, rows } from '../table.js'

export const FIRST_DATE = '1998-01-01'
/** The key of {@link FIRST_DATE}: a Julian day, as in the specification. */
export const FIRST_DATE_KEY = 2_450_815
const DAYS = 5 * 365 + 1
const NAMES = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const
/** 1998-01-01 was a Thursday; weeks begin on Sundays. */
const FIRST_WEEKDAY = 4
const FIRST_WEEK = 5_114

export function dateRows(): readonly Row[] {
  return rows(DAYS, (number) => dateRow(number - 1))
}

function dateRow(place: number): Row {
  const date = dayAfter(FIRST_DATE, place)
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const weekday = (place + FIRST_WEEKDAY) % 7
  const quarter = Math.ceil(month / 3)
  const sk = FIRST_DATE_KEY + place
  const fromFirst = sk - day + 1
  const week = FIRST_WEEK + Math.floor((place + FIRST_WEEKDAY) / 7)
  return {
    d_date_sk: sk,
    d_date_id: `D${sk}`,
    d_date: date,
    d_month_seq: (year - 1900) * 12 + month - 1,
    d_week_seq: week,
    d_quarter_seq: (year - 1900) * 4 + quarter - 1,
    d_year: year,
    d_dow: weekday,
    d_moy: month,
    d_dom: day,
    d_qoy: quarter,
    d_fy_year: year,
    d_fy_quarter_seq: (year - 1900) * 4 + quarter - 1,
    d_fy_week_seq: week,
    d_day_name: NAMES[weekday] ?? null,
    d_quarter_name: `${year}Q${quarter}`,
    d_holiday: month === 12 && day === 25 ? 'Y' : 'N',
    d_weekend: weekday === 0 || weekday === 6 ? 'Y' : 'N',
    d_following_holiday: month === 12 && day === 26 ? 'Y' : 'N',
    d_first_dom: fromFirst,
    d_last_dom: fromFirst + new Date(Date.UTC(year, month, 0)).getUTCDate() - 1,
    d_same_day_ly: sk - 365,
    d_same_day_lq: sk - 91,
    d_current_day: 'N',
  }
}

/** A row a minute: enough for every condition on hours and minutes. */
export function timeRows(): readonly Row[] {
  return rows(24 * 60, (number) => {
    const minutes = number - 1
    const hour = Math.floor(minutes / 60)
    return {
      t_time_sk: minutes * 60,
      t_time_id: `T${minutes}`,
      t_time: minutes * 60,
      t_hour: hour,
      t_minute: minutes % 60,
      t_second: 0,
      t_am_pm: hour < 12 ? 'AM' : 'PM',
      t_shift: ['third', 'first', 'second'][Math.floor(hour / 8)] ?? null,
      t_sub_shift: ['night', 'morning', 'afternoon', 'evening'][Math.floor(hour / 6)] ?? null,
      t_meal_time: mealAt(hour),
    }
  })
}

function mealAt(hour: number): string | null {
  if (hour >= 6 && hour < 9) return 'breakfast'
  if (hour >= 11 && hour < 14) return 'lunch'
  return hour >= 17 && hour < 20 ? 'dinner' : null
}
