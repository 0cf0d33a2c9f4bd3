SELECT substring(w_warehouse_name FROM 1 FOR 20) AS w, sm_type, web_name,
       count_if(ws_ship_date_sk - ws_sold_date_sk <= 30) AS `30 days`,
       count(CASE WHEN ws_ship_date_sk - ws_sold_date_sk > 30 AND ws_ship_date_sk - ws_sold_date_sk <= 60 THEN 1 END) AS `31-60 days`,
       count(*) FILTER (WHERE ws_ship_date_sk - ws_sold_date_sk BETWEEN 61 AND 90) AS `61-90 days`,
       sum(int(ws_ship_date_sk - ws_sold_date_sk BETWEEN 91 AND 120)) AS `91-120 days`,
       sum(if(ws_ship_date_sk - ws_sold_date_sk > 120, 1, 0)) AS `>120 days`
FROM web_sales
JOIN warehouse ON ws_warehouse_sk = w_warehouse_sk
JOIN ship_mode ON ws_ship_mode_sk = sm_ship_mode_sk
JOIN web_site ON ws_web_site_sk = web_site_sk
JOIN date_dim ON ws_ship_date_sk = d_date_sk
WHERE d_month_seq BETWEEN 1200 AND 1211
GROUP BY w, sm_type, web_name
ORDER BY w, sm_type, web_name
LIMIT 100
