SELECT left(w_warehouse_name, 20), sm_type, cc_name, count_if(late <= 30), count_if(late > 30 AND late <= 60), count_if(late > 60 AND late <= 90),
       count_if(late > 90 AND late <= 120), count_if(late > 120)
FROM catalog_sales
JOIN LATERAL (SELECT cs_ship_date_sk - cs_sold_date_sk AS late)
JOIN warehouse ON cs_warehouse_sk = w_warehouse_sk
JOIN ship_mode ON cs_ship_mode_sk = sm_ship_mode_sk
JOIN call_center ON cs_call_center_sk = cc_call_center_sk
JOIN date_dim ON cs_ship_date_sk = d_date_sk AND d_month_seq BETWEEN 1200 AND 1211
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
LIMIT 100
