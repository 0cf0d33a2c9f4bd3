SELECT ss.ss_customer_sk, sum((ss.ss_quantity - coalesce(sr.sr_return_quantity, 0)) * ss.ss_sales_price)
FROM store_returns sr
JOIN reason r ON r.r_reason_sk = sr.sr_reason_sk AND r.r_reason_desc LIKE 'reason 5%'
JOIN store_sales ss ON (ss.ss_item_sk, ss.ss_ticket_number) = (sr.sr_item_sk, sr.sr_ticket_number)
GROUP BY ss.ss_customer_sk
ORDER BY 2 NULLS FIRST, 1 NULLS FIRST
LIMIT 100
