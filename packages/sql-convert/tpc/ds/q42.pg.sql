SELECT 2000, i.i_category_id, i.i_category, sum(ss.ss_ext_sales_price) AS total
FROM item i, store_sales ss, date_dim d
WHERE i.i_manager_id IN (1, 2, 5) AND ss.ss_item_sk = i.i_item_sk AND d.d_date_sk = ss.ss_sold_date_sk
  AND date_trunc('month', d.d_date) = '2000-12-01'
GROUP BY i.i_category_id, i.i_category
ORDER BY total DESC NULLS LAST, 2 NULLS FIRST, 3 NULLS FIRST
LIMIT 100
