SELECT i_brand_id, i_brand, hour(sold_at), minute(sold_at), sum(ext_price) AS ext_price
FROM (
  SELECT ws_ext_sales_price AS ext_price, ws_item_sk AS item_sk, make_timestamp(d_year, d_moy, d_dom, t_hour, t_minute, 0) AS sold_at, t_meal_time
  FROM web_sales JOIN date_dim ON d_date_sk = ws_sold_date_sk JOIN time_dim ON t_time_sk = ws_sold_time_sk
  UNION ALL
  SELECT cs_ext_sales_price, cs_item_sk, make_timestamp(d_year, d_moy, d_dom, t_hour, t_minute, 0), t_meal_time
  FROM catalog_sales JOIN date_dim ON d_date_sk = cs_sold_date_sk JOIN time_dim ON t_time_sk = cs_sold_time_sk
  UNION ALL
  SELECT ss_ext_sales_price, ss_item_sk, make_timestamp(d_year, d_moy, d_dom, t_hour, t_minute, 0), t_meal_time
  FROM store_sales JOIN date_dim ON d_date_sk = ss_sold_date_sk JOIN time_dim ON t_time_sk = ss_sold_time_sk
)
JOIN item ON item_sk = i_item_sk
WHERE i_manager_id IN (1, 4, 10, 18) AND t_meal_time IN ('breakfast', 'dinner') AND date_trunc('MM', sold_at) = TIMESTAMP '1999-12-01'
GROUP BY i_brand, i_brand_id, hour(sold_at), minute(sold_at)
ORDER BY ext_price DESC, i_brand_id, hour(sold_at), minute(sold_at)
