WITH margins AS (
  SELECT i.i_category, i.i_class, GROUPING(i.i_category, i.i_class) AS level, sum(ss.ss_net_profit) / sum(ss.ss_ext_sales_price) AS margin
  FROM store_sales ss
  JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_year = 2000
  JOIN item i ON i.i_item_sk = ss.ss_item_sk
  JOIN store s ON s.s_store_sk = ss.ss_store_sk AND s.s_state IN ('TN', 'GA')
  GROUP BY ROLLUP (i.i_category, i.i_class)
)
SELECT margin, i_category, i_class, depth, rank() OVER (PARTITION BY depth, parent ORDER BY margin NULLS FIRST) AS place
FROM margins
CROSS JOIN LATERAL (
  SELECT CASE level WHEN 3 THEN 2 ELSE level END AS depth, CASE level WHEN 0 THEN i_category END AS parent
) shown
ORDER BY depth DESC NULLS LAST, parent NULLS FIRST, place NULLS FIRST
LIMIT 100
