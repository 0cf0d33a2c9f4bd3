SELECT i.i_brand_id, i.i_brand, sum(ss.ss_ext_sales_price)
FROM item i, store_sales ss
WHERE i.i_item_sk = ss.ss_item_sk AND i.i_manager_id >= 12 AND i.i_manager_id < 17
  AND ss.ss_sold_date_sk = ANY (ARRAY(SELECT d_date_sk FROM date_dim WHERE d_year = 2000 AND d_moy = 11))
GROUP BY i.i_brand_id, i.i_brand
ORDER BY 3 DESC NULLS LAST, 1 NULLS FIRST
LIMIT 100
