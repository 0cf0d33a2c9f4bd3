WITH pairs AS (
  SELECT bit_or(channel) AS channels
  FROM (
    SELECT 1 AS channel, ss_customer_sk AS customer, ss_item_sk AS item, ss_sold_date_sk AS day FROM store_sales
    UNION ALL
    SELECT 2, cs_bill_customer_sk, cs_item_sk, cs_sold_date_sk FROM catalog_sales
  ) bought JOIN date_dim ON d_date_sk = day AND d_year = 2000
  WHERE customer IS NOT NULL
  GROUP BY customer, item
)
SELECT count(*) FILTER (WHERE channels = 1), count(*) FILTER (WHERE channels = 2), count(*) FILTER (WHERE channels = 3) FROM pairs
