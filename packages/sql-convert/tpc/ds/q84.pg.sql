SELECT c.c_customer_id, format('%s, %s', c.c_last_name, c.c_first_name)
FROM customer c
JOIN customer_address ca ON ca.ca_address_sk = c.c_current_addr_sk AND ca.ca_city = 'Oakland'
JOIN household_demographics hd ON hd.hd_demo_sk = c.c_current_hdemo_sk
JOIN income_band ib ON ib.ib_income_band_sk = hd.hd_income_band_sk
  AND int4range(18128, 168128, '[]') @> int4range(ib.ib_lower_bound, ib.ib_upper_bound, '[]')
JOIN store_returns sr ON sr.sr_cdemo_sk = c.c_current_cdemo_sk
ORDER BY c.c_customer_id
LIMIT 100
