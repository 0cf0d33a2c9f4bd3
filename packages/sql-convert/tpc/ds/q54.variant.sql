WITH my_customers AS (
  SELECT DISTINCT c_customer_sk, c_current_addr_sk
  FROM (
    SELECT cs_sold_date_sk AS day, cs_bill_customer_sk AS customer, cs_item_sk AS item FROM catalog_sales
    UNION ALL
    SELECT ws_sold_date_sk, ws_bill_customer_sk, ws_item_sk FROM web_sales
  )
  JOIN customer ON c_customer_sk = customer
  WHERE item IN (SELECT i_item_sk FROM item WHERE i_category IN ('Women', 'Men', 'Shoes'))
    AND day IN (SELECT d_date_sk FROM date_dim WHERE year(d_date) = 2000 AND quarter(d_date) = 4)
),
my_revenue AS (
  SELECT c_customer_sk, sum(ss_ext_sales_price) AS revenue
  FROM my_customers
  JOIN customer_address ON c_current_addr_sk = ca_address_sk
  JOIN store ON ca_state = s_state
  JOIN store_sales ON c_customer_sk = ss_customer_sk
  JOIN date_dim ON ss_sold_date_sk = d_date_sk
  WHERE d_date BETWEEN add_months(DATE '2000-11-01', 1) AND date_sub(add_months(DATE '2000-11-01', 7), 1)
  GROUP BY c_customer_sk
)
SELECT revenue DIV 50 AS segment, count(*) AS num_customers, segment * 50 AS segment_base
FROM my_revenue
GROUP BY revenue DIV 50
ORDER BY segment, num_customers
LIMIT 100
