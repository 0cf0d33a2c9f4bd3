WITH period AS (
  SELECT d_date_sk FROM date_dim WHERE d_date >= '2000-08-19' AND d_date <= date '2000-08-19' + 14
), moved (channel, id, day, sales, returned, profit) AS (
  SELECT 'store channel', 'store' || s.s_store_id, ss.ss_sold_date_sk, ss.ss_ext_sales_price, 0, ss.ss_net_profit
  FROM store_sales ss JOIN store s ON s.s_store_sk = ss.ss_store_sk
  UNION ALL
  SELECT 'store channel', 'store' || s.s_store_id, sr.sr_returned_date_sk, 0, sr.sr_return_amt, -sr.sr_net_loss
  FROM store_returns sr JOIN store s ON s.s_store_sk = sr.sr_store_sk
  UNION ALL
  SELECT 'catalog channel', 'catalog_page' || p.cp_catalog_page_id, cs.cs_sold_date_sk, cs.cs_ext_sales_price, 0,
         cs.cs_net_profit
  FROM catalog_sales cs JOIN catalog_page p ON p.cp_catalog_page_sk = cs.cs_catalog_page_sk
  UNION ALL
  SELECT 'catalog channel', 'catalog_page' || p.cp_catalog_page_id, cr.cr_returned_date_sk, 0, cr.cr_return_amount,
         -cr.cr_net_loss
  FROM catalog_returns cr JOIN catalog_page p ON p.cp_catalog_page_sk = cr.cr_catalog_page_sk
  UNION ALL
  SELECT 'web channel', 'web_site' || w.web_site_id, ws.ws_sold_date_sk, ws.ws_ext_sales_price, 0, ws.ws_net_profit
  FROM web_sales ws JOIN web_site w ON w.web_site_sk = ws.ws_web_site_sk
  UNION ALL
  SELECT 'web channel', 'web_site' || w.web_site_id, wr.wr_returned_date_sk, 0, wr.wr_return_amt, -wr.wr_net_loss
  FROM web_returns wr
  JOIN web_sales ws ON (ws.ws_item_sk, ws.ws_order_number) = (wr.wr_item_sk, wr.wr_order_number)
  JOIN web_site w ON w.web_site_sk = ws.ws_web_site_sk
)
SELECT channel, id, sum(sales), sum(returned), sum(profit)
FROM moved JOIN period ON d_date_sk = day
GROUP BY GROUPING SETS ((channel, id), (channel), ())
ORDER BY channel NULLS FIRST, id NULLS FIRST
LIMIT 100
