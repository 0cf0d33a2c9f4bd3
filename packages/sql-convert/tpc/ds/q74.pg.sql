WITH best AS (
  SELECT customer, web,
         max(paid) FILTER (WHERE d_year = 2000) AS before, max(paid) FILTER (WHERE d_year = 2001) AS after
  FROM (
    SELECT ss_customer_sk AS customer, false AS web, ss_sold_date_sk AS day, ss_net_paid AS paid FROM store_sales
    UNION ALL
    SELECT ws_bill_customer_sk, true, ws_sold_date_sk, ws_net_paid FROM web_sales
  ) sold JOIN date_dim ON d_date_sk = day
  GROUP BY customer, web
)
SELECT c.c_customer_id, c.c_first_name, c.c_last_name
FROM best s
JOIN best w ON w.customer = s.customer AND w.web AND NOT s.web
JOIN customer c ON c.c_customer_sk = s.customer
WHERE s.before > 0 AND w.before > 0 AND w.after * s.before > s.after * w.before
ORDER BY 2 NULLS FIRST, 1 NULLS FIRST, 3 NULLS FIRST
LIMIT 100
