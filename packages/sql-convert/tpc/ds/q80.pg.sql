WITH lines (channel, id, day, item, promo, sales, returned, profit) AS (
  SELECT 'store channel', 'store' || s.s_store_id, ss_sold_date_sk, ss_item_sk, ss_promo_sk, ss_ext_sales_price,
         coalesce(sr_return_amt, 0), ss_net_profit - coalesce(sr_net_loss, 0)
  FROM store_sales LEFT JOIN store_returns ON sr_item_sk = ss_item_sk AND sr_ticket_number = ss_ticket_number
  JOIN store s ON s.s_store_sk = ss_store_sk
  UNION ALL
  SELECT 'catalog channel', 'catalog_page' || p.cp_catalog_page_id, cs_sold_date_sk, cs_item_sk, cs_promo_sk, cs_ext_sales_price,
         coalesce(cr_return_amount, 0), cs_net_profit - coalesce(cr_net_loss, 0)
  FROM catalog_sales LEFT JOIN catalog_returns ON cr_item_sk = cs_item_sk AND cr_order_number = cs_order_number
  JOIN catalog_page p ON p.cp_catalog_page_sk = cs_catalog_page_sk
  UNION ALL
  SELECT 'web channel', 'web_site' || w.web_site_id, ws_sold_date_sk, ws_item_sk, ws_promo_sk, ws_ext_sales_price,
         coalesce(wr_return_amt, 0), ws_net_profit - coalesce(wr_net_loss, 0)
  FROM web_sales LEFT JOIN web_returns ON wr_item_sk = ws_item_sk AND wr_order_number = ws_order_number
  JOIN web_site w ON w.web_site_sk = ws_web_site_sk
)
SELECT l.channel, l.id, sum(l.sales), sum(l.returned), sum(l.profit)
FROM lines l
JOIN date_dim d ON d.d_date_sk = l.day AND d.d_date BETWEEN '2000-08-23' AND '2000-09-22'
JOIN item i ON i.i_item_sk = l.item AND i.i_current_price > 50
JOIN promotion p ON p.p_promo_sk = l.promo AND p.p_channel_tv = 'N'
GROUP BY ROLLUP (l.channel, l.id)
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST
LIMIT 100
