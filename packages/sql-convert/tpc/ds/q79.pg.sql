SELECT c.c_last_name, c.c_first_name, left(s.s_city, 30), ss.ss_ticket_number, sum(ss.ss_coupon_amt), sum(ss.ss_net_profit)
FROM store_sales ss
JOIN customer c ON c.c_customer_sk = ss.ss_customer_sk
JOIN store s ON s.s_store_sk = ss.ss_store_sk AND s.s_number_employees >= 200 AND s.s_number_employees <= 295
JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND extract(isodow FROM d.d_date) = 1 AND d.d_year BETWEEN 1999 AND 2001
JOIN household_demographics hd ON hd.hd_demo_sk = ss.ss_hdemo_sk AND (hd.hd_dep_count = 6 OR hd.hd_vehicle_count >= 3)
GROUP BY c.c_customer_sk, c.c_last_name, c.c_first_name, s.s_city, ss.ss_ticket_number, ss.ss_addr_sk
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST, 6 NULLS FIRST, 4
LIMIT 100
