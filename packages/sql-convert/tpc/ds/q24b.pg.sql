WITH paid AS (
  SELECT c.c_last_name AS last, c.c_first_name AS first, s.s_store_name AS store, i.i_color, sum(ss.ss_net_paid) AS amount
  FROM store_sales ss, store_returns sr, store s, item i, customer c, customer_address ca
  WHERE sr.sr_ticket_number = ss.ss_ticket_number AND sr.sr_item_sk = ss.ss_item_sk
    AND s.s_store_sk = ss.ss_store_sk AND s.s_market_id >= 4 AND s.s_zip = ca.ca_zip
    AND i.i_item_sk = ss.ss_item_sk AND c.c_customer_sk = ss.ss_customer_sk
    AND ca.ca_address_sk = c.c_current_addr_sk AND c.c_birth_country != upper(ca.ca_country)
  GROUP BY 1, 2, 3, ca.ca_state, s.s_state, i.i_color, i.i_current_price, i.i_manager_id, i.i_units, i.i_size
)
SELECT last, first, store, sum(amount)
FROM paid
WHERE i_color = 'khaki'
GROUP BY last, first, store
HAVING sum(amount) > 0.05 * (SELECT avg(amount) FROM paid)
ORDER BY last NULLS FIRST, first NULLS FIRST, store NULLS FIRST
