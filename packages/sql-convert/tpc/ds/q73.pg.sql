WITH tickets AS (
  SELECT ss.ss_ticket_number, ss.ss_customer_sk, count(*) AS lines
  FROM store_sales ss
  JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_dom <= 9 AND d.d_date >= '1999-01-01' AND d.d_date < '2002-01-01'
  JOIN household_demographics hd ON hd.hd_demo_sk = ss.ss_hdemo_sk AND hd.hd_vehicle_count > 0
    AND hd.hd_dep_count > hd.hd_vehicle_count AND hd.hd_buy_potential IN ('>10000', '1001-5000')
  WHERE ss.ss_store_sk IN (SELECT s_store_sk FROM store)
  GROUP BY 1, 2
  HAVING count(*) BETWEEN 1 AND 5
)
SELECT c.c_last_name, c.c_first_name, c.c_salutation, c.c_preferred_cust_flag, t.ss_ticket_number, t.lines
FROM tickets t JOIN customer c ON c.c_customer_sk = t.ss_customer_sk
ORDER BY t.lines DESC, c.c_last_name NULLS FIRST, t.ss_ticket_number
