WITH days AS (
  SELECT item_sk, d_date, sum(web) AS web, sum(store) AS store, any(is_web) AS has_web, any(NOT is_web) AS has_store
  FROM (
    SELECT ws_item_sk AS item_sk, ws_sold_date_sk AS day, ws_sales_price AS web, NULL AS store, true AS is_web FROM web_sales
    UNION ALL
    SELECT ss_item_sk, ss_sold_date_sk, NULL, ss_sales_price, false FROM store_sales
  )
  JOIN date_dim ON d_date_sk = day AND year(d_date) = 2000
  GROUP BY item_sk, d_date
)
SELECT item_sk, d_date, if(has_web, web_cumulative, NULL), if(has_store, store_cumulative, NULL), web_cumulative, store_cumulative
FROM (
  SELECT *, sum(web) OVER w AS web_cumulative, sum(store) OVER w AS store_cumulative
  FROM days
  WINDOW w AS (PARTITION BY item_sk ORDER BY d_date ROWS UNBOUNDED PRECEDING)
)
WHERE web_cumulative > store_cumulative
ORDER BY item_sk, d_date
LIMIT 100
