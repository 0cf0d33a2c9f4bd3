import type { Random } from '../random.js'
import { type Row, rows } from '../table.js'
import { FIRST_DATE_KEY } from './calendar.js'
import { COUNTS } from './counts.js'
import { place } from './place.js'
import { COUNTRIES, CREDIT, EDUCATION, FIRST_NAMES, LAST_NAMES, POTENTIALS } from './words.js'

export function customerRows(random: Random): readonly Row[] {
  return rows(COUNTS.customer, (sk) => ({
    c_customer_sk: sk,
    c_customer_id: `CUST${String(sk).padStart(8, '0')}`,
    c_current_cdemo_sk: random.chance(0.03) ? null : random.int(1, COUNTS.demographics),
    c_current_hdemo_sk: random.chance(0.03) ? null : random.int(1, COUNTS.household),
    c_current_addr_sk: random.int(1, COUNTS.address),
    c_first_shipto_date_sk: FIRST_DATE_KEY + random.int(0, 700),
    c_first_sales_date_sk: FIRST_DATE_KEY + random.int(0, 700),
    c_salutation: random.pick(['Mr.', 'Mrs.', 'Ms.', 'Dr.', null]),
    c_first_name: random.chance(0.04) ? null : random.pick(FIRST_NAMES),
    c_last_name: random.chance(0.04) ? null : random.pick(LAST_NAMES),
    c_preferred_cust_flag: random.pick(['Y', 'N', 'Y', null]),
    c_birth_day: random.int(1, 28),
    c_birth_month: random.int(1, 12),
    c_birth_year: random.int(1940, 1990),
    c_birth_country: random.chance(0.04) ? null : random.pick(COUNTRIES),
    c_login: null,
    c_email_address: `c${sk}@mail.example`,
    c_last_review_date: String(FIRST_DATE_KEY + random.int(500, 1_500)),
  }))
}

export function addressRows(random: Random): readonly Row[] {
  return rows(COUNTS.address, (sk) => ({
    ca_address_sk: sk,
    ca_address_id: `ADDR${sk}`,
    ...place(random, 'ca_'),
    ca_location_type: random.pick(['apartment', 'condo', 'single family', null]),
  }))
}

export function demographicsRows(random: Random): readonly Row[] {
  return rows(COUNTS.demographics, (sk) => ({
    cd_demo_sk: sk,
    cd_gender: sk % 2 === 0 ? 'M' : 'F',
    cd_marital_status: ['M', 'S', 'D', 'W', 'U'][sk % 5] ?? null,
    cd_education_status: EDUCATION[sk % EDUCATION.length] ?? null,
    cd_purchase_estimate: random.int(1, 20) * 500,
    cd_credit_rating: random.pick(CREDIT),
    cd_dep_count: random.int(0, 6),
    cd_dep_employed_count: random.int(0, 6),
    cd_dep_college_count: random.int(0, 6),
  }))
}

export function householdRows(random: Random): readonly Row[] {
  return rows(COUNTS.household, (sk) => ({
    hd_demo_sk: sk,
    hd_income_band_sk: random.int(1, 20),
    hd_buy_potential: POTENTIALS[sk % POTENTIALS.length] ?? null,
    hd_dep_count: random.int(0, 9),
    hd_vehicle_count: random.int(-1, 4),
  }))
}

export function incomeRows(): readonly Row[] {
  return rows(20, (sk) => ({
    ib_income_band_sk: sk,
    ib_lower_bound: sk === 1 ? 0 : (sk - 1) * 10_000 + 1,
    ib_upper_bound: sk * 10_000,
  }))
}
