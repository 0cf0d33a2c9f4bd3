WITH bought (channel, customer, day) AS (
  SELECT 1, ss_customer_sk, ss_sold_date_sk FROM store_sales
  UNION SELECT 2, cs_bill_customer_sk, cs_sold_date_sk FROM catalog_sales
  UNION SELECT 4, ws_bill_customer_sk, ws_sold_date_sk FROM web_sales
)
SELECT count(*)
FROM (
  SELECT FROM bought
  JOIN customer c ON c.c_customer_sk = bought.customer
  JOIN date_dim d ON d.d_date_sk = bought.day AND d.d_year BETWEEN 1999 AND 2001
  GROUP BY c.c_last_name, c.c_first_name, d.d_date
  HAVING bit_or(channel) = 7
) everywhere
