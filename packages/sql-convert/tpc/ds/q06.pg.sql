WITH dear AS (
  SELECT i_item_sk FROM (
    SELECT i_item_sk, i_current_price, avg(i_current_price) OVER (PARTITION BY i_category) AS typical FROM item
  ) priced WHERE i_current_price > typical * 1.2
)
SELECT ca.ca_state, count(*)
FROM store_sales ss
JOIN dear ON dear.i_item_sk = ss.ss_item_sk
JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND date_trunc('month', d.d_date) = date '2000-11-01'
JOIN customer c ON c.c_customer_sk = ss.ss_customer_sk
JOIN customer_address ca ON ca.ca_address_sk = c.c_current_addr_sk
GROUP BY ca.ca_state
HAVING count(*) > 2
ORDER BY count(*), ca.ca_state NULLS FIRST
LIMIT 100
