WITH daily AS (
  SELECT item_sk, d.d_date, sum(web) AS web, sum(store) AS store, bool_or(is_web) AS has_web, bool_or(NOT is_web) AS has_store
  FROM (
    SELECT ws_item_sk AS item_sk, ws_sold_date_sk AS day, ws_sales_price AS web, NULL::numeric AS store, true AS is_web FROM web_sales
    UNION ALL
    SELECT ss_item_sk, ss_sold_date_sk, NULL, ss_sales_price, false FROM store_sales
  ) sold JOIN date_dim d ON d.d_date_sk = sold.day AND d.d_date BETWEEN '2000-01-01' AND '2000-12-31'
  GROUP BY item_sk, d.d_date
), running AS (
  SELECT item_sk, d_date, sum(web) OVER w AS web, sum(store) OVER w AS store, has_web, has_store
  FROM daily
  WINDOW w AS (PARTITION BY item_sk ORDER BY d_date)
)
SELECT item_sk, d_date, CASE WHEN has_web THEN web END, CASE WHEN has_store THEN store END, web, store
FROM running
WHERE web > store
ORDER BY item_sk, d_date
LIMIT 100
