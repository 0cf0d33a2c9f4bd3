WITH returned AS (
  SELECT cr.cr_returning_customer_sk AS customer, ca.ca_state AS state, sum(cr.cr_return_amt_inc_tax) AS total
  FROM catalog_returns cr
  JOIN date_dim d ON d.d_date_sk = cr.cr_returned_date_sk AND d.d_date >= '2000-01-01' AND d.d_date <= '2000-12-31'
  JOIN customer_address ca ON ca.ca_address_sk = cr.cr_returning_addr_sk
  GROUP BY 1, 2
), typical AS (
  SELECT state, avg(total) AS mean FROM returned GROUP BY state
)
SELECT c.c_customer_id, c.c_salutation, c.c_first_name, c.c_last_name, home.ca_street_number, home.ca_street_name,
       home.ca_street_type, home.ca_suite_number, home.ca_city, home.ca_county, home.ca_state, home.ca_zip, home.ca_country,
       home.ca_gmt_offset, home.ca_location_type, r.total
FROM returned r
JOIN typical t ON t.state = r.state AND r.total > t.mean * 1.2
JOIN customer c ON c.c_customer_sk = r.customer
JOIN customer_address home ON home.ca_address_sk = c.c_current_addr_sk AND home.ca_state = ANY (ARRAY['GA', 'OH', 'TX'])
ORDER BY c.c_customer_id, r.total
LIMIT 100
