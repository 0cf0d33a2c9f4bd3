SELECT c.c_last_name, c.c_first_name, c.c_salutation, c.c_preferred_cust_flag, ss.ss_ticket_number, count(*)
FROM store_sales ss
JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_year BETWEEN 1999 AND 2001
  AND (extract(day FROM d.d_date) <= 3 OR extract(day FROM d.d_date) BETWEEN 20 AND 28)
JOIN store s ON s.s_store_sk = ss.ss_store_sk AND s.s_county ~ 'County$'
JOIN household_demographics hd ON hd.hd_demo_sk = ss.ss_hdemo_sk
  AND hd.hd_buy_potential IN ('>10000', 'Unknown', '0-500') AND hd.hd_vehicle_count > 0
  AND hd.hd_dep_count > 1.2 * hd.hd_vehicle_count
JOIN customer c ON c.c_customer_sk = ss.ss_customer_sk
GROUP BY ss.ss_ticket_number, c.c_customer_sk, c.c_last_name, c.c_first_name, c.c_salutation, c.c_preferred_cust_flag
HAVING count(*) >= 5 AND count(*) <= 20
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST, 4 DESC NULLS LAST, 5
