import type { Random } from '../random.js'
import { type Row, rows } from '../table.js'
import { FIRST_DATE_KEY } from './calendar.js'
import { COUNTS } from './counts.js'
import { place } from './place.js'
import { CARRIERS, FIRST_NAMES, LAST_NAMES, SHIP_TYPES } from './words.js'

const STORE_NAMES = ['able', 'ese', 'anti', 'ought', 'bar', 'cally'] as const

export function storeRows(random: Random): readonly Row[] {
  return rows(COUNTS.store, (sk) => ({
    s_store_sk: sk,
    s_store_id: `STORE${Math.ceil(sk / 2)}`,
    s_rec_start_date: '1997-03-13',
    s_closed_date_sk: null,
    s_store_name: STORE_NAMES[sk - 1] ?? null,
    s_number_employees: random.int(200, 300),
    s_floor_space: random.int(5_000_000, 9_000_000),
    s_hours: '8AM-8PM',
    s_manager: manager(random),
    s_market_id: random.int(4, 8),
    s_division_id: 1,
    s_division_name: 'Unknown',
    s_company_id: 1,
    s_company_name: 'Unknown',
    ...place(random, 's_'),
    s_state: sk % 3 === 0 ? 'GA' : 'TN',
    s_tax_precentage: '0.03',
  }))
}

export function callCenterRows(random: Random): readonly Row[] {
  return rows(COUNTS.callCenter, (sk) => ({
    cc_call_center_sk: sk,
    cc_call_center_id: `CALL${sk}`,
    cc_name: ['North Midwest', 'Mid Atlantic', 'Pacific Northwest'][sk - 1] ?? null,
    cc_class: 'medium',
    cc_employees: random.int(1, 7),
    cc_manager: manager(random),
    ...place(random, 'cc_'),
  }))
}

export function webSiteRows(random: Random): readonly Row[] {
  return rows(COUNTS.webSite, (sk) => ({
    web_site_sk: sk,
    web_site_id: `SITE${sk}`,
    web_name: `site_${Math.floor((sk - 1) / 2)}`,
    web_company_id: sk,
    web_company_name: ['pri', 'able', 'pri', 'ought'][sk - 1] ?? null,
    ...place(random, 'web_'),
  }))
}

export function webPageRows(random: Random): readonly Row[] {
  return rows(COUNTS.webPage, (sk) => ({
    wp_web_page_sk: sk,
    wp_web_page_id: `PAGE${sk}`,
    wp_autogen_flag: 'N',
    wp_url: 'http://www.example.com',
    wp_type: random.pick(['order', 'welcome', 'ad', null]),
    wp_char_count: random.int(4_000, 6_000),
  }))
}

export function warehouseRows(random: Random): readonly Row[] {
  return rows(COUNTS.warehouse, (sk) => ({
    w_warehouse_sk: sk,
    w_warehouse_id: `WARE${sk}`,
    w_warehouse_name: sk === 4 ? null : `Warehouse of the longer name ${sk}`,
    w_warehouse_sq_ft: random.int(50_000, 900_000),
    ...place(random, 'w_'),
  }))
}

export function shipModeRows(random: Random): readonly Row[] {
  return rows(COUNTS.shipMode, (sk) => ({
    sm_ship_mode_sk: sk,
    sm_ship_mode_id: `SHIP${sk}`,
    sm_type: SHIP_TYPES[sk % SHIP_TYPES.length] ?? null,
    sm_code: random.pick(['AIR', 'SEA', 'SURFACE']),
    sm_carrier: CARRIERS[sk % CARRIERS.length] ?? null,
  }))
}

export function promotionRows(random: Random): readonly Row[] {
  return rows(COUNTS.promotion, (sk) => ({
    p_promo_sk: sk,
    p_promo_id: `PROMO${sk}`,
    p_start_date_sk: FIRST_DATE_KEY + random.int(0, 700),
    p_end_date_sk: FIRST_DATE_KEY + random.int(700, 1_400),
    p_item_sk: random.int(1, COUNTS.item),
    p_cost: '1000.00',
    p_promo_name: `promo ${sk}`,
    p_channel_dmail: random.pick(['Y', 'N']),
    p_channel_email: random.pick(['N', 'N', 'Y']),
    p_channel_catalog: 'N',
    p_channel_tv: random.pick(['Y', 'N']),
    p_channel_event: random.pick(['N', 'N', 'Y']),
    p_purpose: 'Unknown',
  }))
}

export function reasonRows(): readonly Row[] {
  return rows(COUNTS.reason, (sk) => ({
    r_reason_sk: sk,
    r_reason_id: `REASON${sk}`,
    r_reason_desc: `reason ${sk}: not what was wanted, or not any more`,
  }))
}

export function catalogPageRows(): readonly Row[] {
  return rows(COUNTS.catalogPage, (sk) => ({
    cp_catalog_page_sk: sk,
    cp_catalog_page_id: `CPAGE${sk}`,
    cp_department: 'DEPARTMENT',
    cp_catalog_number: 1,
    cp_catalog_page_number: sk,
    cp_type: 'monthly',
  }))
}

function manager(random: Random): string {
  return `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`
}
