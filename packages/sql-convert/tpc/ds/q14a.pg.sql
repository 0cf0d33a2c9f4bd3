WITH sold (channel, item, day, amount) AS (
  SELECT 'store', ss_item_sk, ss_sold_date_sk, ss_quantity * ss_list_price FROM store_sales
  UNION ALL SELECT 'catalog', cs_item_sk, cs_sold_date_sk, cs_quantity * cs_list_price FROM catalog_sales
  UNION ALL SELECT 'web', ws_item_sk, ws_sold_date_sk, ws_quantity * ws_list_price FROM web_sales
), dated AS (
  SELECT s.channel, s.item, s.amount, d.d_year, d.d_moy, i.i_brand_id, i.i_class_id, i.i_category_id
  FROM sold s JOIN date_dim d ON d.d_date_sk = s.day JOIN item i ON i.i_item_sk = s.item
  WHERE d.d_year >= 1999 AND d.d_year <= 2001
), everywhere AS (
  SELECT i_brand_id, i_class_id, i_category_id FROM dated GROUP BY 1, 2, 3 HAVING count(DISTINCT channel) = 3
), sums AS (
  SELECT channel, i_brand_id, i_class_id, i_category_id, sum(amount) AS sales, count(*) AS lines
  FROM dated JOIN everywhere USING (i_brand_id, i_class_id, i_category_id)
  WHERE d_year = 2001 AND d_moy = 11
  GROUP BY 1, 2, 3, 4
  HAVING sum(amount) > (SELECT avg(amount) FROM dated)
)
SELECT channel, i_brand_id, i_class_id, i_category_id, sum(sales), sum(lines)
FROM sums
GROUP BY ROLLUP (1, 2, 3, 4)
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST, 4 NULLS FIRST
LIMIT 100
