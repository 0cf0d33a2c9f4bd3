WITH sold AS (
  SELECT s.s_state, s.s_county, ss.ss_net_profit AS profit
  FROM store_sales ss
  JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_year = 2000
  JOIN store s ON s.s_store_sk = ss.ss_store_sk AND s.s_state IS NOT NULL
), levels AS (
  SELECT sum(profit) AS total, s_state, s_county, 0 AS depth, s_state AS parent FROM sold GROUP BY s_state, s_county
  UNION ALL
  SELECT sum(profit), s_state, NULL, 1, NULL FROM sold GROUP BY s_state
  UNION ALL
  SELECT sum(profit), NULL, NULL, 2, NULL FROM sold HAVING count(*) > 0
)
SELECT total, s_state, s_county, depth, rank() OVER (PARTITION BY depth, parent ORDER BY total DESC NULLS LAST) AS place
FROM levels
ORDER BY depth DESC, parent NULLS FIRST, place
LIMIT 100
