WITH sold (channel, item, day, amount) AS (
  SELECT 'store', ss_item_sk, ss_sold_date_sk, ss_quantity * ss_list_price FROM store_sales
  UNION ALL SELECT 'catalog', cs_item_sk, cs_sold_date_sk, cs_quantity * cs_list_price FROM catalog_sales
  UNION ALL SELECT 'web', ws_item_sk, ws_sold_date_sk, ws_quantity * ws_list_price FROM web_sales
), dated AS (
  SELECT s.channel, s.amount, d.d_week_seq, i.i_brand_id, i.i_class_id, i.i_category_id
  FROM sold s JOIN date_dim d ON d.d_date_sk = s.day JOIN item i ON i.i_item_sk = s.item
  WHERE d.d_year IN (1999, 2000, 2001)
), everywhere AS (
  SELECT i_brand_id, i_class_id, i_category_id FROM dated GROUP BY 1, 2, 3 HAVING count(DISTINCT channel) = 3
), sums AS (
  SELECT december.d_year AS year, i_brand_id, i_class_id, i_category_id, sum(amount) AS sales, count(*) AS lines
  FROM dated
  JOIN everywhere USING (i_brand_id, i_class_id, i_category_id)
  JOIN (SELECT DISTINCT d_year, d_week_seq FROM date_dim WHERE d_moy = 12) december USING (d_week_seq)
  WHERE channel = 'store'
  GROUP BY 1, 2, 3, 4
  HAVING sum(amount) > (SELECT avg(amount) FROM dated)
)
SELECT 'store', this.i_brand_id, this.i_class_id, this.i_category_id, this.sales, this.lines,
       'store', last.i_brand_id, last.i_class_id, last.i_category_id, last.sales, last.lines
FROM sums this
JOIN sums last USING (i_brand_id, i_class_id, i_category_id)
WHERE this.year = 2000 AND last.year = 1999
ORDER BY 2, 3, 4
LIMIT 100
