WITH sold (day, time, item, amount) AS (
  SELECT ws_sold_date_sk, ws_sold_time_sk, ws_item_sk, ws_ext_sales_price FROM web_sales
  UNION ALL SELECT cs_sold_date_sk, cs_sold_time_sk, cs_item_sk, cs_ext_sales_price FROM catalog_sales
  UNION ALL SELECT ss_sold_date_sk, ss_sold_time_sk, ss_item_sk, ss_ext_sales_price FROM store_sales
)
SELECT i.i_brand_id, i.i_brand, t.t_hour, t.t_minute, sum(sold.amount) AS total
FROM sold
JOIN date_dim d ON d.d_date_sk = sold.day AND to_char(d.d_date, 'MM/YYYY') = '12/1999'
JOIN time_dim t ON t.t_time_sk = sold.time AND t.t_meal_time IN ('breakfast', 'dinner')
JOIN item i ON i.i_item_sk = sold.item AND i.i_manager_id = ANY ('{1,4,10,18}'::int[])
GROUP BY i.i_brand_id, i.i_brand, t.t_hour, t.t_minute
ORDER BY total DESC NULLS LAST, 1, 3, 4
