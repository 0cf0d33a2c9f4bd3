import type { Random } from '../random.js'
import { type Row, rows } from '../table.js'
import { COUNTS } from './counts.js'
import { CATEGORIES, COLOURS, SIZES, UNITS } from './words.js'

/** Two rows an item id, the older one with an end: as slowly changing rows are. */
export function itemRows(random: Random): readonly Row[] {
  return rows(COUNTS.item, (sk) => {
    const category = random.int(1, CATEGORIES.length)
    const [name, classes] = CATEGORIES[category - 1] ?? CATEGORIES[0]
    const place = random.int(1, classes.length)
    const brand = category * 1_000_000 + place * 1_000 + random.int(1, 2)
    const isOld = sk % 2 === 1
    const manufacturer = random.int(1, 25)
    return {
      i_item_sk: sk,
      i_item_id: `ITEM${String(Math.ceil(sk / 2)).padStart(6, '0')}`,
      i_rec_start_date: isOld ? '1997-10-27' : '2000-10-27',
      i_rec_end_date: isOld ? '2000-10-26' : null,
      i_item_desc: random.chance(0.05) ? null : `${name} for every day, number ${sk % 40}`,
      i_current_price: random.cents(1, 99),
      i_wholesale_cost: random.cents(1, 60),
      i_brand_id: brand,
      i_brand: `brand${category}${place} #${brand % 10}`,
      i_class_id: place,
      i_class: classes[place - 1] ?? null,
      i_category_id: category,
      i_category: name,
      i_manufact_id: manufacturer,
      i_manufact: `maker${manufacturer}`,
      i_size: random.pick(SIZES),
      i_formulation: `${random.int(10_000, 99_999)}${random.pick(COLOURS)}`,
      i_color: random.pick(COLOURS),
      i_units: random.pick(UNITS),
      i_container: 'Unknown',
      i_manager_id: random.int(1, 20),
      i_product_name: `product${sk}`,
    }
  })
}
