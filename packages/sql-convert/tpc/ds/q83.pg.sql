WITH back (channel, day, item, quantity) AS (
  SELECT 's', sr_returned_date_sk, sr_item_sk, sr_return_quantity FROM store_returns
  UNION ALL SELECT 'c', cr_returned_date_sk, cr_item_sk, cr_return_quantity FROM catalog_returns
  UNION ALL SELECT 'w', wr_returned_date_sk, wr_item_sk, wr_return_quantity FROM web_returns
), sums AS (
  SELECT i.i_item_id, sum(b.quantity) FILTER (WHERE channel = 's') AS s, sum(b.quantity) FILTER (WHERE channel = 'c') AS c,
         sum(b.quantity) FILTER (WHERE channel = 'w') AS w
  FROM back b
  JOIN item i ON i.i_item_sk = b.item
  JOIN date_dim d ON d.d_date_sk = b.day AND d.d_year = 2000 AND d.d_moy IN (6, 9, 11)
  GROUP BY i.i_item_id
  HAVING count(DISTINCT channel) = 3
)
SELECT i_item_id, s, s::float8 / (s + c + w) / 3 * 100, c, c::float8 / (s + c + w) / 3 * 100, w, w::float8 / (s + c + w) / 3 * 100,
       round((s + c + w) / 3.0, 6)
FROM sums
ORDER BY i_item_id NULLS FIRST
LIMIT 100
