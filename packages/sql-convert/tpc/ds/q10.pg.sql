WITH days AS (
  SELECT d_date_sk FROM date_dim WHERE d_date >= '2001-03-01' AND d_date < '2001-07-01'
), buyers AS (
  SELECT ss_customer_sk AS customer FROM store_sales WHERE ss_sold_date_sk IN (TABLE days)
  INTERSECT
  (SELECT ws_bill_customer_sk FROM web_sales WHERE ws_sold_date_sk IN (TABLE days)
   UNION
   SELECT cs_ship_customer_sk FROM catalog_sales WHERE cs_sold_date_sk IN (TABLE days))
)
SELECT cd_gender, cd_marital_status, cd_education_status, count(*), cd_purchase_estimate, count(*), cd_credit_rating,
       count(*), cd_dep_count, count(*), cd_dep_employed_count, count(*), cd_dep_college_count, count(*)
FROM buyers b
JOIN customer c ON c.c_customer_sk = b.customer
JOIN customer_address ca ON ca.ca_address_sk = c.c_current_addr_sk
JOIN customer_demographics cd ON cd.cd_demo_sk = c.c_current_cdemo_sk
WHERE ca.ca_county ~ '^(Walker|Ziebach|Orange) County$'
GROUP BY 1, 2, 3, 5, 7, 9, 11, 13
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST, 5 NULLS FIRST, 7 NULLS FIRST, 9 NULLS FIRST, 11 NULLS FIRST,
         13 NULLS FIRST
LIMIT 100
