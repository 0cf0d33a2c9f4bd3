WITH sold AS (
  SELECT 's' AS kind, ss_customer_sk AS customer, ss_sold_date_sk AS day,
         (ss_ext_list_price - ss_ext_wholesale_cost - ss_ext_discount_amt + ss_ext_sales_price) / 2 AS amount
  FROM store_sales
  UNION ALL
  SELECT 'c', cs_bill_customer_sk, cs_sold_date_sk,
         (cs_ext_list_price - cs_ext_wholesale_cost - cs_ext_discount_amt + cs_ext_sales_price) / 2
  FROM catalog_sales
  UNION ALL
  SELECT 'w', ws_bill_customer_sk, ws_sold_date_sk,
         (ws_ext_list_price - ws_ext_wholesale_cost - ws_ext_discount_amt + ws_ext_sales_price) / 2
  FROM web_sales
), growth AS (
  SELECT s.customer, s.kind,
         sum(s.amount) FILTER (WHERE d.d_year = 1999) AS before,
         sum(s.amount) FILTER (WHERE d.d_year = 2000) AS after
  FROM sold s JOIN date_dim d ON d.d_date_sk = s.day
  GROUP BY s.customer, s.kind
)
SELECT c.c_customer_id, c.c_first_name, c.c_last_name, c.c_email_address
FROM growth gs
JOIN growth gc ON gc.customer = gs.customer AND gc.kind = 'c'
JOIN growth gw ON gw.customer = gs.customer AND gw.kind = 'w'
JOIN customer c ON c.c_customer_sk = gs.customer
WHERE gs.kind = 's' AND gs.before > 0 AND gc.before > 0 AND gw.before > 0
  AND gc.after / nullif(gc.before, 0) > gs.after / nullif(gs.before, 0)
  AND gc.after / nullif(gc.before, 0) > gw.after / nullif(gw.before, 0)
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST, 4 NULLS FIRST
LIMIT 100
