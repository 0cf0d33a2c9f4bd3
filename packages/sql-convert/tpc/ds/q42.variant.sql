SELECT year(d_date), i_category_id, i_category, sum(ss_ext_sales_price) AS total
FROM store_sales
JOIN item ON ss_item_sk = i_item_sk AND i_manager_id IN (1, 2, 5)
JOIN date_dim ON d_date_sk = ss_sold_date_sk
WHERE months_between(trunc(d_date, 'MONTH'), DATE '2000-12-01') = 0
GROUP BY ALL
ORDER BY total DESC, 1, 2, 3
LIMIT 100
