WITH buyers AS (
  SELECT sold.customer
  FROM (
    SELECT cs_sold_date_sk AS day, cs_bill_customer_sk AS customer, cs_item_sk AS item FROM catalog_sales
    UNION
    SELECT ws_sold_date_sk, ws_bill_customer_sk, ws_item_sk FROM web_sales
  ) sold
  JOIN item i ON i.i_item_sk = sold.item AND i.i_category IN ('Women', 'Men', 'Shoes')
  JOIN date_dim d ON d.d_date_sk = sold.day AND d.d_quarter_name = '2000Q4'
  GROUP BY sold.customer
), revenue AS (
  SELECT c.c_customer_sk, sum(ss.ss_ext_sales_price) AS amount
  FROM buyers b
  JOIN customer c ON c.c_customer_sk = b.customer
  JOIN customer_address ca ON ca.ca_address_sk = c.c_current_addr_sk
  JOIN store s ON s.s_state = ca.ca_state
  JOIN store_sales ss ON ss.ss_customer_sk = c.c_customer_sk
  JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk
  WHERE d.d_date >= date '2000-11-01' + interval '1 month' AND d.d_date < date '2000-11-01' + interval '7 months'
  GROUP BY c.c_customer_sk
)
SELECT div(amount, 50)::int, count(*), div(amount, 50)::int * 50
FROM revenue
GROUP BY 1
ORDER BY 1 NULLS FIRST
LIMIT 100
