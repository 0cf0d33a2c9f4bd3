WITH frequent AS (
  SELECT DISTINCT ss_item_sk FROM store_sales
  JOIN date_dim ON d_date_sk = ss_sold_date_sk
  WHERE d_year BETWEEN 1999 AND 2001
  GROUP BY ss_item_sk, d_date_sk HAVING count(*) > 1
), spent AS (
  SELECT ss.ss_customer_sk, sum(ss.ss_quantity * ss.ss_sales_price) AS ever,
         sum(ss.ss_quantity * ss.ss_sales_price) FILTER (WHERE d.d_year BETWEEN 1999 AND 2001) AS dated
  FROM store_sales ss LEFT JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk
  WHERE ss.ss_customer_sk IS NOT NULL
  GROUP BY 1
), best AS (
  SELECT ss_customer_sk FROM spent WHERE ever > 0.5 * (SELECT max(dated) FROM spent)
)
SELECT sum(amount)
FROM (
  SELECT cs_sold_date_sk AS day, cs_item_sk AS item, cs_bill_customer_sk AS customer, cs_quantity * cs_list_price AS amount
  FROM catalog_sales
  UNION ALL
  SELECT ws_sold_date_sk, ws_item_sk, ws_bill_customer_sk, ws_quantity * ws_list_price FROM web_sales
) sold
JOIN date_dim ON d_date_sk = day AND d_date BETWEEN '2000-05-01' AND '2000-06-30'
WHERE item IN (TABLE frequent) AND customer IN (TABLE best)
