SELECT s_store_name, s_company_id, s_street_number, s_street_name, s_street_type, s_suite_number, s_city, s_county, s_state, s_zip,
       count_if(days <= 30), count_if(days BETWEEN 31 AND 60), count_if(days BETWEEN 61 AND 90), count_if(days BETWEEN 91 AND 120), count_if(days > 120)
FROM (
  SELECT store.*, datediff(d2.d_date, d1.d_date) AS days
  FROM store_sales
  JOIN store_returns ON ss_ticket_number = sr_ticket_number AND ss_item_sk = sr_item_sk AND ss_customer_sk = sr_customer_sk
  JOIN store ON ss_store_sk = s_store_sk
  JOIN date_dim d1 ON ss_sold_date_sk = d1.d_date_sk
  JOIN date_dim d2 ON sr_returned_date_sk = d2.d_date_sk
  WHERE date_format(d2.d_date, 'y-M') = '2001-9'
)
GROUP BY ALL
ORDER BY ALL
LIMIT 100
