SELECT i.i_item_id, ca.ca_country, ca.ca_state, ca.ca_county,
       round(avg(cs.cs_quantity), 6), round(avg(cs.cs_list_price), 6), round(avg(cs.cs_coupon_amt), 6),
       round(avg(cs.cs_sales_price), 6), round(avg(cs.cs_net_profit), 6), round(avg(c.c_birth_year), 6),
       round(avg(cd.cd_dep_count), 6)
FROM catalog_sales cs
JOIN customer_demographics cd ON cd.cd_demo_sk = cs.cs_bill_cdemo_sk
JOIN customer c ON c.c_customer_sk = cs.cs_bill_customer_sk
JOIN customer_demographics own ON own.cd_demo_sk = c.c_current_cdemo_sk
JOIN customer_address ca ON ca.ca_address_sk = c.c_current_addr_sk
JOIN date_dim d ON d.d_date_sk = cs.cs_sold_date_sk AND d.d_date >= '2001-01-01' AND d.d_date < '2002-01-01'
JOIN item i ON i.i_item_sk = cs.cs_item_sk
WHERE cd.cd_gender = 'M' AND cd.cd_education_status IN ('College', 'Secondary')
  AND c.c_birth_month = ANY ('{1,4,5,9,10,12}'::int[]) AND ca.ca_state IN ('TN', 'GA', 'OH', 'TX')
GROUP BY GROUPING SETS ((1, 2, 3, 4), (1, 2, 3), (1, 2), (1), ())
ORDER BY 2 NULLS FIRST, 3 NULLS FIRST, 4 NULLS FIRST, 1 NULLS FIRST
LIMIT 100
