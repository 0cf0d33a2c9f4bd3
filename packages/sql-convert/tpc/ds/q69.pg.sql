WITH spring AS (SELECT d_date_sk FROM date_dim WHERE d_date BETWEEN '2000-02-01' AND '2000-04-30'),
only_store AS (
  SELECT ss_customer_sk AS customer FROM store_sales JOIN spring ON d_date_sk = ss_sold_date_sk
  EXCEPT SELECT ws_bill_customer_sk FROM web_sales JOIN spring ON d_date_sk = ws_sold_date_sk
  EXCEPT SELECT cs_ship_customer_sk FROM catalog_sales JOIN spring ON d_date_sk = cs_sold_date_sk
)
SELECT cd.cd_gender, cd.cd_marital_status, cd.cd_education_status, count(*), cd.cd_purchase_estimate, count(*), cd.cd_credit_rating, count(*)
FROM only_store o
JOIN customer c ON c.c_customer_sk = o.customer
JOIN customer_address ca ON ca.ca_address_sk = c.c_current_addr_sk AND ca.ca_state = ANY ('{TN,GA,OH}')
JOIN customer_demographics cd ON cd.cd_demo_sk = c.c_current_cdemo_sk
GROUP BY 1, 2, 3, 5, 7
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST, 5 NULLS FIRST, 7 NULLS FIRST
LIMIT 100
