import type { Random } from '../random.js'
import type { Row } from '../table.js'
import { CITIES, COUNTIES, STATES, STREETS, ZIPS } from './words.js'

/** The columns of an address, which six tables have under their own prefix. */
export function place(random: Random, prefix: string): Row {
  return {
    [`${prefix}street_number`]: String(random.int(1, 999)),
    [`${prefix}street_name`]: random.pick(STREETS),
    [`${prefix}street_type`]: random.pick(['Street', 'Ave', 'Lane']),
    [`${prefix}suite_number`]: `Suite ${random.int(1, 99)}`,
    [`${prefix}city`]: random.pick(CITIES),
    [`${prefix}county`]: random.pick(COUNTIES),
    [`${prefix}state`]: random.pick(STATES),
    [`${prefix}zip`]: random.pick(ZIPS),
    [`${prefix}country`]: 'United States',
    [`${prefix}gmt_offset`]: random.pick([-5, -5, -6]),
  }
}
