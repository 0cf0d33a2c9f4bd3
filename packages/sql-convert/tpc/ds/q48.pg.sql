WITH people (marital, education, least, most) AS (
  VALUES ('S', 'Secondary', 10, 150), ('M', '2 yr Degree', 5, 100), ('D', 'Advanced Degree', 15, 200)
), places (state, least, most) AS (
  VALUES ('GA', -2000, 2000), ('TX', -2000, 2000), ('OH', 150, 3000), ('TN', 150, 3000), ('CA', 50, 25000), ('IN', 50, 25000)
)
SELECT sum(ss.ss_quantity)
FROM store_sales ss
JOIN store s ON s.s_store_sk = ss.ss_store_sk
JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_year = 1999
JOIN customer_demographics cd ON cd.cd_demo_sk = ss.ss_cdemo_sk
JOIN people p ON p.marital = cd.cd_marital_status AND p.education = cd.cd_education_status
  AND ss.ss_sales_price BETWEEN p.least AND p.most
JOIN customer_address ca ON ca.ca_address_sk = ss.ss_addr_sk AND ca.ca_country = 'United States'
JOIN places pl ON pl.state = ca.ca_state AND ss.ss_net_profit BETWEEN pl.least AND pl.most
