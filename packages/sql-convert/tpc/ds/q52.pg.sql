SELECT date_part('year', d.d_date)::int, i.i_brand_id, i.i_brand, sum(ss.ss_ext_sales_price)
FROM date_dim d
JOIN store_sales ss ON ss.ss_sold_date_sk = d.d_date_sk
JOIN item i ON i.i_item_sk = ss.ss_item_sk
WHERE d.d_date >= '2001-11-01' AND d.d_date < '2001-12-01' AND i.i_manager_id = ANY ('{6,9,14}'::int[])
GROUP BY 1, 2, 3
ORDER BY 4 DESC NULLS LAST, 2 NULLS FIRST
LIMIT 100
