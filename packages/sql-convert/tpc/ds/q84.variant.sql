SELECT c_customer_id AS customer_id, concat_ws(', ', nvl(c_last_name, ''), nvl(c_first_name, '')) AS customername
FROM customer
JOIN customer_address ON c_current_addr_sk = ca_address_sk
JOIN household_demographics ON hd_demo_sk = c_current_hdemo_sk
JOIN income_band ON ib_income_band_sk = hd_income_band_sk
JOIN store_returns ON sr_cdemo_sk = c_current_cdemo_sk
WHERE lower(ca_city) = lcase('OAKLAND') AND ib_lower_bound >= 18128 AND ib_upper_bound <= 168128
ORDER BY c_customer_id
LIMIT 100
