WITH days AS (SELECT d_date_sk FROM date_dim WHERE d_date BETWEEN '2001-01-01' AND '2001-09-30')
SELECT ca.ca_state, cd.cd_gender, cd.cd_marital_status, a, count(*), a, a * count(*), a::float8, b, count(*), b, b * count(*), b::float8,
       k, count(*), k, k * count(*), k::float8
FROM customer c
JOIN customer_address ca ON ca.ca_address_sk = c.c_current_addr_sk
JOIN customer_demographics cd ON cd.cd_demo_sk = c.c_current_cdemo_sk
CROSS JOIN LATERAL (VALUES (cd.cd_dep_count, cd.cd_dep_employed_count, cd.cd_dep_college_count)) n (a, b, k)
WHERE c.c_customer_sk IN (SELECT ss_customer_sk FROM store_sales JOIN days ON d_date_sk = ss_sold_date_sk)
  AND c.c_customer_sk IN (
    SELECT ws_bill_customer_sk FROM web_sales JOIN days ON d_date_sk = ws_sold_date_sk
    UNION ALL
    SELECT cs_ship_customer_sk FROM catalog_sales JOIN days ON d_date_sk = cs_sold_date_sk)
GROUP BY ca.ca_state, cd.cd_gender, cd.cd_marital_status, n.a, n.b, n.k
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST, 4 NULLS FIRST, 9 NULLS FIRST, 14 NULLS FIRST
LIMIT 100
