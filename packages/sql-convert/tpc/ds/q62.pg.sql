SELECT left(w.w_warehouse_name, 20) AS warehouse, sm.sm_type, web.web_name,
       count(*) FILTER (WHERE days <= 30), count(*) FILTER (WHERE days > 30 AND days <= 60),
       count(*) FILTER (WHERE days > 60 AND days <= 90), count(*) FILTER (WHERE days > 90 AND days <= 120),
       count(*) FILTER (WHERE days > 120)
FROM (SELECT *, ws_ship_date_sk - ws_sold_date_sk AS days FROM web_sales) ws
JOIN date_dim d ON d.d_date_sk = ws.ws_ship_date_sk AND d.d_year = 2000
JOIN warehouse w ON w.w_warehouse_sk = ws.ws_warehouse_sk
JOIN ship_mode sm ON sm.sm_ship_mode_sk = ws.ws_ship_mode_sk
JOIN web_site web ON web.web_site_sk = ws.ws_web_site_sk
GROUP BY 1, 2, 3
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST
LIMIT 100
