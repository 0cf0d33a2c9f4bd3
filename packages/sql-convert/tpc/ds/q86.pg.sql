WITH paid AS (
  SELECT i.i_category, i.i_class, sum(ws.ws_net_paid) AS total
  FROM web_sales ws
  JOIN item i ON i.i_item_sk = ws.ws_item_sk
  JOIN date_dim d ON d.d_date_sk = ws.ws_sold_date_sk AND extract(year FROM d.d_date) = 2000
  GROUP BY 1, 2
), levels AS (
  SELECT total, i_category, i_class, 0 AS level, 0 AS depth, i_category AS parent FROM paid
  UNION ALL SELECT sum(total), i_category, NULL, 1, 1, NULL FROM paid GROUP BY i_category
  UNION ALL SELECT sum(total), NULL, i_class, 2, 1, NULL FROM paid GROUP BY i_class
  UNION ALL SELECT sum(total), NULL, NULL, 3, 2, NULL FROM paid HAVING count(*) > 0
)
SELECT total, i_category, i_class, level,
       rank() OVER (PARTITION BY depth, parent ORDER BY total DESC NULLS LAST) AS place
FROM levels
ORDER BY level DESC, parent NULLS FIRST, place, i_class NULLS FIRST
LIMIT 100
