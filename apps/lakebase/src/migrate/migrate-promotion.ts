import { latestRateCard } from '@lakebase/pricing'
import type { MigrationStep } from './migration-step.js'

const PLACES = [['promotion_percentage'], ['database_instance', 'promotion_percentage']] as const

/** The public promotion applies by itself; another percentage in its place has no newer word. */
export const migratePromotion: MigrationStep = (file, { discounts }) => {
  const path = PLACES.find((one) => file.hasIn(one))
  const percentage = discounts.find(({ promotion }) => promotion)?.percentage
  if (path === undefined || percentage === undefined) return []
  const key = path.join('.')
  const publicOne = latestRateCard.discounts.find(({ id }) => id === 'promotion')
  if (publicOne?.percentage !== percentage) {
    const why = `it replaces the public promotion of ${publicOne?.percentage ?? 0} %; a discount of your own contract goes under discounts:`
    return [{ key, became: `${key}: ${percentage}, as it was`, why }]
  }
  file.deleteIn(path)
  const until = publicOne.until === undefined ? '' : `, until ${publicOne.until}`
  const why = `the public promotion of ${percentage} % applies by itself${until}`
  return [{ key, became: 'nothing', why }]
}
