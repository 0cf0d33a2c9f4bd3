SELECT i.i_item_id, i.i_item_desc, s.s_store_id, s.s_store_name, sum(ss.ss_quantity), sum(sr.sr_return_quantity), sum(cs.cs_quantity)
FROM store_returns sr
JOIN date_dim back ON back.d_date_sk = sr.sr_returned_date_sk AND back.d_date BETWEEN '1999-04-01' AND '1999-10-31'
JOIN store_sales ss ON ss.ss_ticket_number = sr.sr_ticket_number AND ss.ss_item_sk = sr.sr_item_sk
  AND ss.ss_customer_sk = sr.sr_customer_sk
JOIN date_dim sold ON sold.d_date_sk = ss.ss_sold_date_sk AND sold.d_date BETWEEN '1999-02-01' AND '1999-09-30'
JOIN catalog_sales cs ON cs.cs_bill_customer_sk = sr.sr_customer_sk AND cs.cs_item_sk = sr.sr_item_sk
JOIN date_dim again ON again.d_date_sk = cs.cs_sold_date_sk AND again.d_date BETWEEN '1999-01-01' AND '2001-12-31'
JOIN store s ON s.s_store_sk = ss.ss_store_sk
JOIN item i ON i.i_item_sk = ss.ss_item_sk
GROUP BY i.i_item_id, i.i_item_desc, s.s_store_id, s.s_store_name
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST, 4 NULLS FIRST
LIMIT 100
