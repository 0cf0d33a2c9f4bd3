WITH lines AS (
  SELECT 'w' AS channel, ws_warehouse_sk AS warehouse, ws_sold_date_sk AS day, ws_sold_time_sk AS time, ws_ship_mode_sk AS mode,
         ws_ext_sales_price * ws_quantity AS sales, ws_net_paid * ws_quantity AS net
  FROM web_sales
  UNION ALL
  SELECT 'c', cs_warehouse_sk, cs_sold_date_sk, cs_sold_time_sk, cs_ship_mode_sk, cs_sales_price * cs_quantity,
         cs_net_paid_inc_tax * cs_quantity
  FROM catalog_sales
), monthly AS (
  SELECT l.channel, w.*, array_agg(d.d_moy) AS months, d.d_moy, sum(l.sales) AS sales, sum(l.net) AS net
  FROM lines l
  JOIN warehouse w ON w.w_warehouse_sk = l.warehouse
  JOIN date_dim d ON d.d_date_sk = l.day AND d.d_year = 2001
  JOIN time_dim t ON t.t_time_sk = l.time AND t.t_time BETWEEN 30838 AND 59638
  JOIN ship_mode sm ON sm.sm_ship_mode_sk = l.mode AND sm.sm_carrier IN ('DHL', 'BARIAN')
  GROUP BY l.channel, w.w_warehouse_sk, w.w_warehouse_id, w.w_warehouse_name, w.w_warehouse_sq_ft, w.w_street_number, w.w_street_name,
           w.w_street_type, w.w_suite_number, w.w_city, w.w_county, w.w_state, w.w_zip, w.w_country, w.w_gmt_offset, d.d_moy
)
SELECT w_warehouse_name, w_warehouse_sq_ft, w_city, w_county, w_state, w_country, 'DHL,BARIAN', 2001,
       coalesce(sum(sales) FILTER (WHERE d_moy = 1), 0), coalesce(sum(sales) FILTER (WHERE d_moy = 2), 0),
       coalesce(sum(sales) FILTER (WHERE d_moy = 3), 0), coalesce(sum(sales) FILTER (WHERE d_moy = 4), 0),
       coalesce(sum(sales) FILTER (WHERE d_moy = 5), 0), coalesce(sum(sales) FILTER (WHERE d_moy = 6), 0),
       coalesce(sum(sales) FILTER (WHERE d_moy = 7), 0), coalesce(sum(sales) FILTER (WHERE d_moy = 8), 0),
       coalesce(sum(sales) FILTER (WHERE d_moy = 9), 0), coalesce(sum(sales) FILTER (WHERE d_moy = 10), 0),
       coalesce(sum(sales) FILTER (WHERE d_moy = 11), 0), coalesce(sum(sales) FILTER (WHERE d_moy = 12), 0),
       coalesce(sum(sales / w_warehouse_sq_ft) FILTER (WHERE d_moy = 1), 0),
       coalesce(sum(sales / w_warehouse_sq_ft) FILTER (WHERE d_moy = 6), 0),
       coalesce(sum(sales / w_warehouse_sq_ft) FILTER (WHERE d_moy = 12), 0),
       coalesce(sum(net) FILTER (WHERE d_moy = 1), 0), coalesce(sum(net) FILTER (WHERE d_moy = 6), 0),
       coalesce(sum(net) FILTER (WHERE d_moy = 12), 0)
FROM monthly
GROUP BY w_warehouse_name, w_warehouse_sq_ft, w_city, w_county, w_state, w_country
ORDER BY w_warehouse_name NULLS FIRST
LIMIT 100
