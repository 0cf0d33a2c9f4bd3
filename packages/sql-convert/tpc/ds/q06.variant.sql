WITH priced AS (
  SELECT i_item_sk
  FROM item
  QUALIFY i_current_price > 1.2 * avg(i_current_price) OVER (PARTITION BY i_category)
)
SELECT ca_state AS state, count(*) AS cnt
FROM store_sales
LEFT SEMI JOIN priced ON ss_item_sk = i_item_sk
JOIN customer ON c_customer_sk = ss_customer_sk
JOIN customer_address ON ca_address_sk = c_current_addr_sk
JOIN date_dim ON d_date_sk = ss_sold_date_sk AND trunc(d_date, 'MM') = DATE '2000-11-01'
GROUP BY state
HAVING cnt >= 3
ORDER BY cnt, state
LIMIT 100
