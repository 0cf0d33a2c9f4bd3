SELECT i.i_item_desc, w.w_warehouse_name, sold.d_week_seq, count(*) - count(p.p_promo_sk), count(p.p_promo_sk), count(*) AS total
FROM catalog_sales cs
JOIN date_dim sold ON sold.d_date_sk = cs.cs_sold_date_sk AND sold.d_year = 2000
JOIN date_dim shipped ON shipped.d_date_sk = cs.cs_ship_date_sk AND shipped.d_date - sold.d_date > 5
JOIN customer_demographics cd ON cd.cd_demo_sk = cs.cs_bill_cdemo_sk AND cd.cd_marital_status = ANY ('{D,M,S}')
JOIN household_demographics hd ON hd.hd_demo_sk = cs.cs_bill_hdemo_sk AND hd.hd_buy_potential IN ('>10000', '501-1000', 'Unknown')
JOIN item i ON i.i_item_sk = cs.cs_item_sk
JOIN inventory inv ON inv.inv_item_sk = cs.cs_item_sk AND inv.inv_quantity_on_hand < cs.cs_quantity
JOIN date_dim counted ON counted.d_date_sk = inv.inv_date_sk AND counted.d_week_seq = sold.d_week_seq
JOIN warehouse w ON w.w_warehouse_sk = inv.inv_warehouse_sk
LEFT JOIN promotion p ON p.p_promo_sk = cs.cs_promo_sk
LEFT JOIN catalog_returns cr ON (cr.cr_item_sk, cr.cr_order_number) = (cs.cs_item_sk, cs.cs_order_number)
GROUP BY 1, 2, 3
ORDER BY total DESC, 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST
LIMIT 100
