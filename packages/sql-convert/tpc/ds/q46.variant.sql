WITH dn AS (
  SELECT ss_ticket_number, ss_customer_sk, first(ca_city) AS bought_city, sum(ss_coupon_amt) AS amt, sum(ss_net_profit) AS profit
  FROM store_sales
  JOIN date_dim ON ss_sold_date_sk = d_date_sk AND weekday(d_date) >= 5 AND year(d_date) IN (1999, 2000, 2001)
  JOIN store ON ss_store_sk = s_store_sk AND s_city NOT IN ('Pleasant Hill')
  JOIN household_demographics ON ss_hdemo_sk = hd_demo_sk AND (hd_dep_count = 4 OR hd_vehicle_count = 3)
  JOIN customer_address ON ss_addr_sk = ca_address_sk
  GROUP BY ss_ticket_number, ss_customer_sk, ss_addr_sk
)
SELECT c_last_name, c_first_name, ca_city, bought_city, ss_ticket_number, amt, profit
FROM dn
JOIN customer ON ss_customer_sk = c_customer_sk
JOIN customer_address ON c_current_addr_sk = ca_address_sk AND ca_city <> bought_city
ORDER BY c_last_name, c_first_name, ca_city, bought_city, ss_ticket_number
LIMIT 100
