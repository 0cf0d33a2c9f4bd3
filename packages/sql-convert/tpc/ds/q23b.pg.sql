WITH frequent AS MATERIALIZED (
  SELECT DISTINCT ss_item_sk AS item FROM store_sales
  JOIN date_dim ON d_date_sk = ss_sold_date_sk AND d_year BETWEEN 1999 AND 2001
  GROUP BY ss_item_sk, d_date_sk HAVING count(*) > 1
), spent AS (
  SELECT ss.ss_customer_sk AS customer, sum(ss.ss_quantity * ss.ss_sales_price) AS ever,
         sum(ss.ss_quantity * ss.ss_sales_price) FILTER (WHERE d.d_year BETWEEN 1999 AND 2001) AS dated
  FROM store_sales ss LEFT JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk
  WHERE ss.ss_customer_sk IS NOT NULL
  GROUP BY 1
), sold AS (
  SELECT 'c' AS channel, cs_sold_date_sk AS day, cs_item_sk AS item, cs_bill_customer_sk AS customer,
         cs_quantity * cs_list_price AS amount FROM catalog_sales
  UNION ALL
  SELECT 'w', ws_sold_date_sk, ws_item_sk, ws_bill_customer_sk, ws_quantity * ws_list_price FROM web_sales
)
SELECT c.c_last_name, c.c_first_name, sum(sold.amount) AS sales
FROM sold
JOIN frequent USING (item)
JOIN spent USING (customer)
JOIN date_dim d ON d.d_date_sk = sold.day AND d.d_date BETWEEN '2000-05-01' AND '2000-05-31'
JOIN customer c ON c.c_customer_sk = sold.customer
WHERE spent.ever > (SELECT max(dated) / 2 FROM spent)
GROUP BY sold.channel, c.c_last_name, c.c_first_name
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST
LIMIT 100
