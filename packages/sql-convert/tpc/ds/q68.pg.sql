WITH tickets AS (
  SELECT ss.ss_ticket_number, ss.ss_customer_sk, ca.ca_city, sum(ss.ss_ext_sales_price) AS price, sum(ss.ss_ext_tax) AS tax,
         sum(ss.ss_ext_list_price) AS list
  FROM store_sales ss
  JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND extract(day FROM d.d_date) < 9 AND d.d_year BETWEEN 1999 AND 2001
  JOIN store s ON s.s_store_sk = ss.ss_store_sk AND s.s_city IN ('Midway', 'Fairview', 'Oakland', 'Salem', 'Pleasant Hill')
  JOIN household_demographics hd ON hd.hd_demo_sk = ss.ss_hdemo_sk AND (hd.hd_dep_count, hd.hd_vehicle_count) IS NOT NULL
  JOIN customer_address ca ON ca.ca_address_sk = ss.ss_addr_sk
  WHERE hd.hd_dep_count = 5 OR hd.hd_vehicle_count = 3
  GROUP BY ss.ss_ticket_number, ss.ss_customer_sk, ss.ss_addr_sk, ca.ca_city
)
SELECT c.c_last_name, c.c_first_name, home.ca_city, t.ca_city, t.ss_ticket_number, t.price, t.tax, t.list
FROM tickets t
JOIN customer c ON c.c_customer_sk = t.ss_customer_sk
JOIN customer_address home ON home.ca_address_sk = c.c_current_addr_sk
WHERE home.ca_city != t.ca_city
ORDER BY c.c_last_name NULLS FIRST, t.ss_ticket_number
LIMIT 100
