WITH growth AS (
  SELECT kind, customer,
         sum(amount) FILTER (WHERE d_year = 2000) AS before, sum(amount) FILTER (WHERE d_year = 2001) AS after
  FROM (
    SELECT 's' AS kind, ss_customer_sk AS customer, ss_sold_date_sk AS day, ss_ext_list_price - ss_ext_discount_amt AS amount
    FROM store_sales
    UNION ALL
    SELECT 'w', ws_bill_customer_sk, ws_sold_date_sk, ws_ext_list_price - ws_ext_discount_amt FROM web_sales
  ) sold JOIN date_dim ON d_date_sk = day
  GROUP BY kind, customer
)
SELECT c.c_customer_id, c.c_first_name, c.c_last_name, c.c_preferred_cust_flag
FROM growth s
JOIN growth w ON w.customer = s.customer AND w.kind = 'w'
JOIN customer c ON c.c_customer_sk = s.customer
WHERE s.kind = 's' AND s.before > 0 AND w.before > 0 AND w.after / w.before > s.after / s.before
ORDER BY c.c_customer_id, c.c_first_name NULLS FIRST, c.c_last_name NULLS FIRST, c.c_preferred_cust_flag NULLS FIRST
LIMIT 100
