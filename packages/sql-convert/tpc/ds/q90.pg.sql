SELECT count(*) FILTER (WHERE t.t_hour < 12)::numeric / nullif(count(*) FILTER (WHERE t.t_hour > 12), 0)
FROM web_sales ws
JOIN household_demographics hd ON hd.hd_demo_sk = ws.ws_ship_hdemo_sk AND hd.hd_dep_count > 2
JOIN web_page wp ON wp.wp_web_page_sk = ws.ws_web_page_sk AND wp.wp_char_count <@ int4range(4000, 5601)
JOIN time_dim t ON t.t_time_sk = ws.ws_sold_time_sk AND t.t_hour IN (8, 9, 19, 20)
