SELECT count(*)
FROM (
  SELECT FROM (
    SELECT 1 AS channel, ss_customer_sk AS customer, ss_sold_date_sk AS day FROM store_sales
    UNION ALL SELECT 2, cs_bill_customer_sk, cs_sold_date_sk FROM catalog_sales
    UNION ALL SELECT 4, ws_bill_customer_sk, ws_sold_date_sk FROM web_sales
  ) bought
  JOIN customer c ON c.c_customer_sk = bought.customer
  JOIN date_dim d ON d.d_date_sk = bought.day AND d.d_year = 2000
  GROUP BY c.c_last_name, c.c_first_name, d.d_date
  HAVING bit_or(channel) = 1
) only_store
