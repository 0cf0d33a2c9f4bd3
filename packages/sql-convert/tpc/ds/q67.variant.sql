SELECT i_category, i_class, i_brand, i_product_name, d_year, d_qoy, d_moy, s_store_id,
       sum(coalesce(ss_sales_price * ss_quantity, 0)) AS sumsales,
       rank() OVER (PARTITION BY i_category ORDER BY sum(coalesce(ss_sales_price * ss_quantity, 0)) DESC) AS rk
FROM store_sales
JOIN date_dim ON ss_sold_date_sk = d_date_sk
JOIN item ON ss_item_sk = i_item_sk
JOIN store ON ss_store_sk = s_store_sk
WHERE d_year = 2000
GROUP BY i_category, i_class, i_brand, i_product_name, d_year, d_qoy, d_moy, s_store_id WITH ROLLUP
QUALIFY rk <= 25
ORDER BY i_category, i_class, i_brand, i_product_name, d_year, d_qoy, d_moy, s_store_id, sumsales, rk
LIMIT 100
