SELECT d.d_year, i.i_brand_id, i.i_brand, sum(ss.ss_ext_sales_price) AS total
FROM store_sales ss
JOIN item i ON i.i_item_sk = ss.ss_item_sk AND i.i_manufact_id = ANY ('{4,11,17}')
JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk
WHERE extract(month FROM d.d_date) = 12
GROUP BY 1, 2, 3
ORDER BY 1 NULLS FIRST, 4 DESC NULLS LAST, 2 NULLS FIRST
LIMIT 100
