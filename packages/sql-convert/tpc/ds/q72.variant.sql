SELECT i_item_desc, w_warehouse_name, d1.d_week_seq, count_if(p_promo_sk IS NULL) AS no_promo, count(p_promo_sk) AS promo, count(*) AS total_cnt
FROM catalog_sales
JOIN date_dim d1 ON cs_sold_date_sk = d1.d_date_sk AND d1.d_year = 2000
JOIN date_dim d3 ON cs_ship_date_sk = d3.d_date_sk AND date_diff(d3.d_date, d1.d_date) > 5
JOIN customer_demographics ON cs_bill_cdemo_sk = cd_demo_sk AND cd_marital_status IN ('D', 'M', 'S')
JOIN household_demographics ON cs_bill_hdemo_sk = hd_demo_sk AND hd_buy_potential IN ('>10000', '501-1000', 'Unknown')
JOIN item ON i_item_sk = cs_item_sk
JOIN inventory ON cs_item_sk = inv_item_sk AND inv_quantity_on_hand < cs_quantity
JOIN date_dim d2 ON inv_date_sk = d2.d_date_sk AND d1.d_week_seq = d2.d_week_seq
JOIN warehouse ON w_warehouse_sk = inv_warehouse_sk
LEFT JOIN promotion ON cs_promo_sk = p_promo_sk
LEFT JOIN catalog_returns ON cr_item_sk = cs_item_sk AND cr_order_number = cs_order_number
GROUP BY i_item_desc, w_warehouse_name, d1.d_week_seq
ORDER BY total_cnt DESC, i_item_desc, w_warehouse_name, d_week_seq
LIMIT 100
