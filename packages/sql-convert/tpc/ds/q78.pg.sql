WITH kept AS (
  SELECT true AS store, ss_sold_date_sk AS day, ss_item_sk AS item, ss_customer_sk AS customer, ss_quantity AS quantity,
         ss_wholesale_cost AS cost, ss_sales_price AS price
  FROM store_sales
  WHERE NOT EXISTS (SELECT FROM store_returns WHERE sr_ticket_number = ss_ticket_number AND sr_item_sk = ss_item_sk)
  UNION ALL
  SELECT false, ws_sold_date_sk, ws_item_sk, ws_bill_customer_sk, ws_quantity, ws_wholesale_cost, ws_sales_price
  FROM web_sales
  WHERE NOT EXISTS (SELECT FROM web_returns WHERE wr_order_number = ws_order_number AND wr_item_sk = ws_item_sk)
  UNION ALL
  SELECT false, cs_sold_date_sk, cs_item_sk, cs_bill_customer_sk, cs_quantity, cs_wholesale_cost, cs_sales_price
  FROM catalog_sales
  WHERE NOT EXISTS (SELECT FROM catalog_returns WHERE cr_order_number = cs_order_number AND cr_item_sk = cs_item_sk)
), sums AS (
  SELECT item, customer,
         sum(quantity) FILTER (WHERE store) AS quantity, sum(cost) FILTER (WHERE store) AS cost, sum(price) FILTER (WHERE store) AS price,
         coalesce(sum(quantity) FILTER (WHERE NOT store), 0) AS others,
         coalesce(sum(cost) FILTER (WHERE NOT store), 0) AS others_cost, coalesce(sum(price) FILTER (WHERE NOT store), 0) AS others_price
  FROM kept JOIN date_dim d ON d.d_date_sk = kept.day AND d.d_year = 2000
  WHERE customer IS NOT NULL
  GROUP BY item, customer
  HAVING bool_or(store)
)
SELECT 2000, item, customer, round(quantity::numeric / others, 2), quantity, cost, price, others, others_cost, others_price
FROM sums
WHERE others > 0
ORDER BY item, customer
LIMIT 100
