SELECT i.i_item_id, i.i_item_desc, s.s_state,
       count(ss.ss_quantity), avg(ss.ss_quantity)::float8, stddev(ss.ss_quantity)::float8,
       (stddev(ss.ss_quantity) / avg(ss.ss_quantity))::float8,
       count(sr.sr_return_quantity), avg(sr.sr_return_quantity)::float8, stddev(sr.sr_return_quantity)::float8,
       (stddev(sr.sr_return_quantity) / avg(sr.sr_return_quantity))::float8,
       count(cs.cs_quantity), avg(cs.cs_quantity)::float8, stddev(cs.cs_quantity)::float8,
       (stddev(cs.cs_quantity) / avg(cs.cs_quantity))::float8
FROM store_sales ss
JOIN store_returns sr ON sr.sr_ticket_number = ss.ss_ticket_number AND sr.sr_item_sk = ss.ss_item_sk
  AND sr.sr_customer_sk = ss.ss_customer_sk
JOIN catalog_sales cs ON cs.cs_bill_customer_sk = sr.sr_customer_sk AND cs.cs_item_sk = sr.sr_item_sk
JOIN date_dim sold ON sold.d_date_sk = ss.ss_sold_date_sk AND sold.d_year = 2000
JOIN date_dim back ON back.d_date_sk = sr.sr_returned_date_sk AND back.d_year = 2000
JOIN date_dim again ON again.d_date_sk = cs.cs_sold_date_sk AND again.d_year IN (2000, 2001)
JOIN store s ON s.s_store_sk = ss.ss_store_sk
JOIN item i ON i.i_item_sk = ss.ss_item_sk
GROUP BY i.i_item_id, i.i_item_desc, s.s_state
ORDER BY i.i_item_id NULLS FIRST, i.i_item_desc NULLS FIRST, s.s_state NULLS FIRST
LIMIT 100
