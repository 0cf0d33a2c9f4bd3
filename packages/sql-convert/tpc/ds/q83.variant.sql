WITH back AS (
  SELECT stack(1, 's', sr_returned_date_sk, sr_item_sk, sr_return_quantity) AS (channel, day, item, quantity) FROM store_returns
  UNION ALL
  SELECT stack(1, 'c', cr_returned_date_sk, cr_item_sk, cr_return_quantity) FROM catalog_returns
  UNION ALL
  SELECT stack(1, 'w', wr_returned_date_sk, wr_item_sk, wr_return_quantity) FROM web_returns
),
sums AS (
  SELECT i_item_id AS item_id, sum(quantity) FILTER (WHERE channel = 's') AS s, sum(quantity) FILTER (WHERE channel = 'c') AS c,
         sum(quantity) FILTER (WHERE channel = 'w') AS w
  FROM back
  JOIN item ON i_item_sk = item
  JOIN date_dim ON d_date_sk = day
  WHERE date_format(d_date, 'yyyyMM') IN ('200006', '200009', '200011')
  GROUP BY i_item_id
  HAVING count(DISTINCT channel) = 3
)
SELECT item_id, s, s / (s + c + w) / 3 * 100, c, c / (s + c + w) / 3 * 100, w, w / (s + c + w) / 3 * 100, (s + c + w) / 3.0
FROM sums
ORDER BY item_id
LIMIT 100
