WITH halves AS (
  SELECT t.t_time / 1800 AS half
  FROM store_sales ss
  JOIN time_dim t ON t.t_time_sk = ss.ss_sold_time_sk
  JOIN household_demographics hd ON hd.hd_demo_sk = ss.ss_hdemo_sk AND hd.hd_dep_count IN (0, 2, 4)
    AND hd.hd_vehicle_count - hd.hd_dep_count <= 2
  JOIN store s ON s.s_store_sk = ss.ss_store_sk AND s.s_store_name = 'ese'
)
SELECT count(*) FILTER (WHERE half = 17), count(*) FILTER (WHERE half = 18), count(*) FILTER (WHERE half = 19), count(*) FILTER (WHERE half = 20)
FROM halves
