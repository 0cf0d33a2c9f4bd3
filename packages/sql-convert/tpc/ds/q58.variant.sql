SELECT item_id, s, s / average * 100 AS ss_dev, c, c / average * 100 AS cs_dev, w, w / average * 100 AS ws_dev, average
FROM (
  SELECT *, (s + c + w) / 3 AS average, greatest(s, c, w) AS most, least(s, c, w) AS fewest
  FROM (
    SELECT i_item_id AS item_id, channel, amount
    FROM (
      SELECT 's' AS channel, ss_item_sk AS item, ss_sold_date_sk AS day, ss_ext_sales_price AS amount FROM store_sales
      UNION ALL SELECT 'c', cs_item_sk, cs_sold_date_sk, cs_ext_sales_price FROM catalog_sales
      UNION ALL SELECT 'w', ws_item_sk, ws_sold_date_sk, ws_ext_sales_price FROM web_sales
    )
    JOIN item ON i_item_sk = item
    JOIN date_dim ON d_date_sk = day AND year(d_date) = year(DATE '2000-11-22')
  )
  PIVOT (sum(amount) FOR channel IN ('s' AS s, 'c' AS c, 'w' AS w))
)
WHERE s IS NOT NULL AND c IS NOT NULL AND w IS NOT NULL AND most <= 3 * fewest AND fewest >= 0.3 * most
ORDER BY item_id, s
LIMIT 100
