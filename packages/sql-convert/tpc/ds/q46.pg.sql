SELECT c.c_last_name, c.c_first_name, home.ca_city, there.ca_city, ss.ss_ticket_number, sum(ss.ss_coupon_amt), sum(ss.ss_net_profit)
FROM store_sales ss
JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_weekend = 'Y' AND d.d_year BETWEEN 1999 AND 2001
JOIN store s ON s.s_store_sk = ss.ss_store_sk AND s.s_city = ANY ('{Midway,Fairview,Oakland,Salem}')
JOIN household_demographics hd ON hd.hd_demo_sk = ss.ss_hdemo_sk AND (hd.hd_dep_count = 4 OR hd.hd_vehicle_count = 3)
JOIN customer_address there ON there.ca_address_sk = ss.ss_addr_sk
JOIN customer c ON c.c_customer_sk = ss.ss_customer_sk
JOIN customer_address home ON home.ca_address_sk = c.c_current_addr_sk AND home.ca_city != there.ca_city
GROUP BY c.c_customer_sk, c.c_last_name, c.c_first_name, home.ca_city, there.ca_city, ss.ss_ticket_number, ss.ss_addr_sk
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST, 4 NULLS FIRST, 5
LIMIT 100
