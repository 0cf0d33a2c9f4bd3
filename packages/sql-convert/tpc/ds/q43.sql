SELECT s_store_name, s_store_id,
       sum(CASE WHEN d_day_name = 'Sunday' THEN ss_sales_price ELSE NULL END) AS sun_sales,
       sum(CASE WHEN d_day_name = 'Monday' THEN ss_sales_price ELSE NULL END) AS mon_sales,
       sum(CASE WHEN d_day_name = 'Tuesday' THEN ss_sales_price ELSE NULL END) AS tue_sales,
       sum(IF(d_day_name = 'Wednesday', ss_sales_price, NULL)) AS wed_sales,
       sum(IF(d_day_name = 'Thursday', ss_sales_price, NULL)) AS thu_sales,
       sum(ss_sales_price) FILTER (WHERE d_day_name = 'Friday') AS fri_sales,
       sum(ss_sales_price) FILTER (WHERE dayofweek(d_date) = 7) AS sat_sales
FROM date_dim, store_sales, store
WHERE d_date_sk = ss_sold_date_sk AND s_store_sk = ss_store_sk AND s_gmt_offset IN (-5, -6) AND d_year = 1999
GROUP BY s_store_name, s_store_id
ORDER BY s_store_name, s_store_id, sun_sales, mon_sales, tue_sales, wed_sales, thu_sales, fri_sales, sat_sales
LIMIT 100
