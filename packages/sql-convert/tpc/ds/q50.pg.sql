SELECT s.s_store_name, s.s_company_id, s.s_street_number, s.s_street_name, s.s_street_type, s.s_suite_number, s.s_city,
       s.s_county, s.s_state, s.s_zip,
       count(*) FILTER (WHERE late <= 30), count(*) FILTER (WHERE late BETWEEN 31 AND 60),
       count(*) FILTER (WHERE late BETWEEN 61 AND 90), count(*) FILTER (WHERE late BETWEEN 91 AND 120), count(*) FILTER (WHERE late > 120)
FROM store_returns sr
JOIN store_sales ss ON (ss.ss_ticket_number, ss.ss_item_sk, ss.ss_customer_sk) = (sr.sr_ticket_number, sr.sr_item_sk, sr.sr_customer_sk)
JOIN date_dim back ON back.d_date_sk = sr.sr_returned_date_sk AND back.d_date BETWEEN '2001-09-01' AND '2001-09-30'
JOIN date_dim sold ON sold.d_date_sk = ss.ss_sold_date_sk
JOIN store s ON s.s_store_sk = ss.ss_store_sk
CROSS JOIN LATERAL (SELECT back.d_date - sold.d_date AS late) days
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST, 4, 5, 6, 7, 8, 9, 10
LIMIT 100
