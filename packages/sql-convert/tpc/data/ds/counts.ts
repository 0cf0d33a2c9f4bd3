/** Rows of the tables that others point at. */
export const COUNTS = {
  address: 100,
  callCenter: 3,
  catalogPage: 20,
  customer: 120,
  demographics: 210,
  household: 72,
  item: 80,
  promotion: 12,
  reason: 8,
  shipMode: 10,
  store: 6,
  warehouse: 4,
  webPage: 10,
  webSite: 4,
} as const
