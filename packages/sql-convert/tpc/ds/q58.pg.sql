WITH revenue AS (
  SELECT i.i_item_id,
         sum(sold.amount) FILTER (WHERE sold.channel = 's') AS s,
         sum(sold.amount) FILTER (WHERE sold.channel = 'c') AS c,
         sum(sold.amount) FILTER (WHERE sold.channel = 'w') AS w
  FROM (
    SELECT 's' AS channel, ss_item_sk AS item, ss_sold_date_sk AS day, ss_ext_sales_price AS amount FROM store_sales
    UNION ALL SELECT 'c', cs_item_sk, cs_sold_date_sk, cs_ext_sales_price FROM catalog_sales
    UNION ALL SELECT 'w', ws_item_sk, ws_sold_date_sk, ws_ext_sales_price FROM web_sales
  ) sold
  JOIN item i ON i.i_item_sk = sold.item
  JOIN date_dim d ON d.d_date_sk = sold.day AND d.d_date >= '2000-01-01' AND d.d_date < '2001-01-01'
  GROUP BY i.i_item_id
), means AS (
  SELECT *, (s + c + w) / 3.0 AS mean, greatest(s, c, w) AS most, least(s, c, w) AS least
  FROM revenue WHERE s IS NOT NULL AND c IS NOT NULL AND w IS NOT NULL
)
SELECT i_item_id, s, s / mean * 100, c, c / mean * 100, w, w / mean * 100, round(mean, 6)
FROM means
WHERE most <= 3 * least AND least >= 0.3 * most
ORDER BY i_item_id, s
LIMIT 100
