WITH late AS (
  SELECT left(w.w_warehouse_name, 20) AS warehouse, sm.sm_type, cc.cc_name, shipped.d_date - sold.d_date AS days
  FROM catalog_sales cs
  JOIN date_dim shipped ON shipped.d_date_sk = cs.cs_ship_date_sk AND shipped.d_date BETWEEN '2000-01-01' AND '2000-12-31'
  LEFT JOIN date_dim sold ON sold.d_date_sk = cs.cs_sold_date_sk
  JOIN warehouse w ON w.w_warehouse_sk = cs.cs_warehouse_sk
  JOIN ship_mode sm ON sm.sm_ship_mode_sk = cs.cs_ship_mode_sk
  JOIN call_center cc ON cc.cc_call_center_sk = cs.cs_call_center_sk
)
SELECT warehouse, sm_type, cc_name, sum((days <= 30)::int), sum((days BETWEEN 31 AND 60)::int), sum((days BETWEEN 61 AND 90)::int),
       sum((days BETWEEN 91 AND 120)::int), sum((days > 120)::int)
FROM late
GROUP BY warehouse, sm_type, cc_name
ORDER BY warehouse NULLS FIRST, sm_type NULLS FIRST, cc_name NULLS FIRST
LIMIT 100
