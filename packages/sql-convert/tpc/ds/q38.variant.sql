SELECT count(*)
FROM (
  SELECT c_last_name, c_first_name, d_date, collect_set(channel) AS channels
  FROM (
    SELECT 's' AS channel, ss_customer_sk AS customer, ss_sold_date_sk AS day FROM store_sales
    UNION SELECT 'c', cs_bill_customer_sk, cs_sold_date_sk FROM catalog_sales
    UNION SELECT 'w', ws_bill_customer_sk, ws_sold_date_sk FROM web_sales
  )
  JOIN customer ON c_customer_sk = customer
  JOIN date_dim ON d_date_sk = day
  WHERE d_month_seq BETWEEN 1188 AND 1188 + 35
  GROUP BY c_last_name, c_first_name, d_date
)
WHERE size(channels) = 3
