WITH revenue AS (
  SELECT i.i_item_id, i.i_item_desc, i.i_category, i.i_class, i.i_current_price, sum(ss.ss_ext_sales_price) AS total
  FROM store_sales ss
  JOIN item i ON i.i_item_sk = ss.ss_item_sk AND i.i_category IN ('Sports', 'Music', 'Women')
  JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_date BETWEEN '2000-02-22' AND '2000-03-23'
  GROUP BY i.i_item_id, i.i_item_desc, i.i_category, i.i_class, i.i_current_price
), classes AS (
  SELECT i_class, sum(total) AS total FROM revenue GROUP BY i_class
)
SELECT r.*, r.total / c.total * 100
FROM revenue r JOIN classes c ON c.i_class IS NOT DISTINCT FROM r.i_class
ORDER BY r.i_category NULLS FIRST, r.i_class NULLS FIRST, r.i_item_id NULLS FIRST, r.i_item_desc NULLS FIRST, 7
