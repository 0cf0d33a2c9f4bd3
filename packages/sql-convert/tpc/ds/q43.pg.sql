SELECT s.s_store_name, s.s_store_id,
       sum(CASE extract(dow FROM d.d_date) WHEN 0 THEN ss.ss_sales_price END),
       sum(CASE extract(dow FROM d.d_date) WHEN 1 THEN ss.ss_sales_price END),
       sum(CASE extract(dow FROM d.d_date) WHEN 2 THEN ss.ss_sales_price END),
       sum(CASE extract(dow FROM d.d_date) WHEN 3 THEN ss.ss_sales_price END),
       sum(CASE extract(dow FROM d.d_date) WHEN 4 THEN ss.ss_sales_price END),
       sum(CASE extract(dow FROM d.d_date) WHEN 5 THEN ss.ss_sales_price END),
       sum(CASE extract(dow FROM d.d_date) WHEN 6 THEN ss.ss_sales_price END)
FROM store_sales ss
JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_year = 1999
JOIN store s ON s.s_store_sk = ss.ss_store_sk AND s.s_gmt_offset BETWEEN -6 AND -5
GROUP BY 1, 2
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST
LIMIT 100
