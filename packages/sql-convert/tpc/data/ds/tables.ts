import { type Random, randomOf } from '../random.js'
import type { Row, Tables } from '../table.js'
import {
  callCenterRows,
  catalogPageRows,
  promotionRows,
  reasonRows,
  shipModeRows,
  storeRows,
  warehouseRows,
  webPageRows,
  webSiteRows,
} from './business.js'
import { dateRows, timeRows } from './calendar.js'
import { COUNTS } from './counts.js'
import { inventoryRows } from './inventory.js'
import { itemRows } from './item.js'
import { type Channel, orderChannel } from './order-channel.js'
import { addressRows, customerRows, demographicsRows, householdRows, incomeRows } from './people.js'
import { perhaps } from './sold.js'
import { storeChannel } from './store-channel.js'

const CATALOG: Channel = {
  sale: 'cs_',
  back: 'cr_',
  orders: 900,
  own: (random) => ({
    cs_call_center_sk: perhaps(random, random.int(1, COUNTS.callCenter)),
    cs_catalog_page_sk: perhaps(random, random.int(1, COUNTS.catalogPage)),
  }),
  amount: 'return_amount',
  credit: 'store_credit',
}

const WEB: Channel = {
  sale: 'ws_',
  back: 'wr_',
  orders: 700,
  own: (random) => ({
    ws_web_page_sk: perhaps(random, random.int(1, COUNTS.webPage)),
    ws_web_site_sk: perhaps(random, random.int(1, COUNTS.webSite)),
  }),
  amount: 'return_amt',
  credit: 'account_credit',
}

/** The 24 tables of TPC-DS, small, with three years of sales. */
export function dsTables(): Tables {
  const random = randomOf(99)
  const catalog = orderChannel(random, CATALOG)
  const web = orderChannel(random, WEB)
  return {
    date_dim: dateRows(),
    time_dim: timeRows(),
    item: itemRows(random),
    customer: customerRows(random),
    customer_address: addressRows(random),
    customer_demographics: demographicsRows(random),
    household_demographics: householdRows(random),
    income_band: incomeRows(),
    promotion: promotionRows(random),
    reason: reasonRows(),
    ship_mode: shipModeRows(random),
    store: storeRows(random),
    call_center: callCenterRows(random),
    catalog_page: catalogPageRows(),
    web_site: webSiteRows(random),
    web_page: webPageRows(random),
    warehouse: warehouseRows(random),
    inventory: inventoryRows(random),
    ...storeChannel(random),
    catalog_sales: catalog.sales,
    catalog_returns: withPlaceOfSale(random, catalog.returns),
    web_sales: web.sales,
    web_returns: web.returns.map((row) => ({
      ...row,
      wr_web_page_sk: perhaps(random, random.int(1, COUNTS.webPage)),
    })),
  }
}

function withPlaceOfSale(random: Random, returns: readonly Row[]): readonly Row[] {
  return returns.map((row) => ({
    ...row,
    cr_call_center_sk: perhaps(random, random.int(1, COUNTS.callCenter)),
    cr_catalog_page_sk: perhaps(random, random.int(1, COUNTS.catalogPage)),
    cr_ship_mode_sk: perhaps(random, random.int(1, COUNTS.shipMode)),
    cr_warehouse_sk: perhaps(random, random.int(1, COUNTS.warehouse)),
  }))
}
