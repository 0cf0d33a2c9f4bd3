WITH revenue AS (
  SELECT i.i_item_id, i.i_item_desc, i.i_category, i.i_class, i.i_current_price, sum(ws.ws_ext_sales_price) AS total
  FROM web_sales ws
  JOIN item i ON i.i_item_sk = ws.ws_item_sk AND i.i_category = ANY (ARRAY['Sports', 'Books', 'Home'])
  JOIN date_dim d ON d.d_date_sk = ws.ws_sold_date_sk AND d.d_date BETWEEN '2000-02-22' AND date '2000-02-22' + 60
  GROUP BY 1, 2, 3, 4, 5
)
SELECT r.*, total * 100 / sum(total) OVER w
FROM revenue r
WINDOW w AS (PARTITION BY i_class)
ORDER BY i_category NULLS FIRST, i_class NULLS FIRST, i_item_id NULLS FIRST, i_item_desc NULLS FIRST, 7 NULLS FIRST
LIMIT 100
