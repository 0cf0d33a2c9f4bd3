WITH paid AS (
  SELECT c.c_last_name, c.c_first_name, s.s_store_name, i.i_color, sum(ss.ss_net_paid) AS amount
  FROM store_sales ss
  JOIN store_returns sr ON (sr.sr_ticket_number, sr.sr_item_sk) = (ss.ss_ticket_number, ss.ss_item_sk)
  JOIN store s ON s.s_store_sk = ss.ss_store_sk AND s.s_market_id BETWEEN 4 AND 8
  JOIN item i ON i.i_item_sk = ss.ss_item_sk
  JOIN customer c ON c.c_customer_sk = ss.ss_customer_sk
  JOIN customer_address ca ON ca.ca_address_sk = c.c_current_addr_sk AND ca.ca_zip = s.s_zip
  WHERE c.c_birth_country != upper(ca.ca_country)
  GROUP BY c.c_last_name, c.c_first_name, s.s_store_name, ca.ca_state, s.s_state, i.i_color, i.i_current_price,
           i.i_manager_id, i.i_units, i.i_size
)
SELECT c_last_name, c_first_name, s_store_name, sum(amount) FILTER (WHERE i_color = 'plum')
FROM paid
GROUP BY 1, 2, 3
HAVING sum(amount) FILTER (WHERE i_color = 'plum') > (SELECT avg(amount) * 0.05 FROM paid)
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST
