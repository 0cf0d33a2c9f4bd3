import * as v from 'valibot'
import { oneOrMore, percentage, text } from './scalars.js'

const day = v.pipe(
  v.string(),
  v.isoDate('must be a date such as 2027-01-31'),
  v.check(isInCalendar, 'is a date that no calendar has'),
  v.examples(['2027-01-31']),
)

export const discount = v.pipe(
  v.strictObject({
    name: text,
    percentage,
    applies_to: oneOrMore(v.picklist(['compute', 'storage', 'sync'])),
    from: v.exactOptional(day),
    until: v.exactOptional(day),
  }),
  v.description('A discount of your own contract; both dates are included.'),
)

/** The 30th of February is read as the 2nd of March. */
function isInCalendar(text: string): boolean {
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
