SELECT c.c_customer_id, c.c_salutation, c.c_first_name, c.c_last_name, c.c_preferred_cust_flag, c.c_birth_day, c.c_birth_month,
       c.c_birth_year, c.c_birth_country, c.c_login, c.c_email_address, c.c_last_review_date, r.total
FROM (
  SELECT wr.wr_returning_customer_sk AS customer, sum(wr.wr_return_amt) AS total,
         1.2 * avg(sum(wr.wr_return_amt)) OVER (PARTITION BY ca.ca_state) AS much
  FROM web_returns wr
  JOIN date_dim d ON d.d_date_sk = wr.wr_returned_date_sk AND d.d_year = 2000
  JOIN customer_address ca ON ca.ca_address_sk = wr.wr_returning_addr_sk
  GROUP BY wr.wr_returning_customer_sk, ca.ca_state
) r
JOIN customer c ON c.c_customer_sk = r.customer
JOIN customer_address home ON home.ca_address_sk = c.c_current_addr_sk AND home.ca_state IN ('GA', 'TN', 'CA')
WHERE r.total > r.much
ORDER BY c.c_customer_id, r.total NULLS FIRST
LIMIT 100
