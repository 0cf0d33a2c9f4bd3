WITH days AS (SELECT explode(sequence(DATE '2000-02-01', DATE '2000-04-30', INTERVAL 1 DAY)) AS day),
spring AS (SELECT d_date_sk FROM date_dim JOIN days ON d_date = day)
SELECT cd_gender, cd_marital_status, cd_education_status, count(*) AS cnt1, cd_purchase_estimate, count(*) AS cnt2, cd_credit_rating, count(*) AS cnt3
FROM customer c
JOIN customer_address ca ON c.c_current_addr_sk = ca.ca_address_sk AND ca_state IN ('TN', 'GA', 'OH')
JOIN customer_demographics ON cd_demo_sk = c.c_current_cdemo_sk
LEFT SEMI JOIN (SELECT ss_customer_sk FROM store_sales JOIN spring ON ss_sold_date_sk = d_date_sk) s ON s.ss_customer_sk = c.c_customer_sk
LEFT ANTI JOIN (SELECT ws_bill_customer_sk FROM web_sales JOIN spring ON ws_sold_date_sk = d_date_sk) w ON w.ws_bill_customer_sk = c.c_customer_sk
LEFT ANTI JOIN (SELECT cs_ship_customer_sk FROM catalog_sales JOIN spring ON cs_sold_date_sk = d_date_sk) t ON t.cs_ship_customer_sk = c.c_customer_sk
GROUP BY cd_gender, cd_marital_status, cd_education_status, cd_purchase_estimate, cd_credit_rating
ORDER BY cd_gender, cd_marital_status, cd_education_status, cd_purchase_estimate, cd_credit_rating
LIMIT 100
