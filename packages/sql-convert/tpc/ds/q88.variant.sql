SELECT count_if(half = 17), count_if(half = 18), count_if(half = 19), count_if(half = 20)
FROM (
  SELECT t_time DIV 1800 AS half
  FROM store_sales
  JOIN time_dim ON ss_sold_time_sk = t_time_sk
  JOIN household_demographics ON ss_hdemo_sk = hd_demo_sk
  JOIN store ON ss_store_sk = s_store_sk
  WHERE hd_dep_count IN (0, 2, 4) AND hd_vehicle_count - hd_dep_count <= 2 AND s_store_name = 'ese'
)
