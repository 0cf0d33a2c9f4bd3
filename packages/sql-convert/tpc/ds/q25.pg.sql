SELECT i.i_item_id, i.i_item_desc, s.s_store_id, s.s_store_name, sum(ss.ss_net_profit), sum(sr.sr_net_loss), sum(cs.cs_net_profit)
FROM store_sales ss
JOIN store_returns sr ON sr.sr_ticket_number = ss.ss_ticket_number AND sr.sr_item_sk = ss.ss_item_sk
  AND sr.sr_customer_sk = ss.ss_customer_sk
JOIN catalog_sales cs ON cs.cs_item_sk = sr.sr_item_sk AND cs.cs_bill_customer_sk = sr.sr_customer_sk
JOIN item i ON i.i_item_sk = ss.ss_item_sk
JOIN store s ON s.s_store_sk = ss.ss_store_sk
WHERE ss.ss_sold_date_sk IN (SELECT d_date_sk FROM date_dim WHERE d_date >= '2000-01-01' AND d_date < '2000-09-01')
  AND sr.sr_returned_date_sk IN (SELECT d_date_sk FROM date_dim WHERE d_date >= '2000-01-01' AND d_date < '2001-01-01')
  AND cs.cs_sold_date_sk IN (SELECT d_date_sk FROM date_dim WHERE d_date >= '2000-01-01' AND d_date < '2002-01-01')
GROUP BY 1, 2, 3, 4
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST, 4 NULLS FIRST
LIMIT 100
