WITH spread AS (
  SELECT ws_order_number FROM web_sales GROUP BY 1 HAVING min(ws_warehouse_sk) < max(ws_warehouse_sk)
  EXCEPT SELECT wr_order_number FROM web_returns
)
SELECT count(DISTINCT ws.ws_order_number), sum(ws.ws_ext_ship_cost), sum(ws.ws_net_profit)
FROM web_sales ws
JOIN spread USING (ws_order_number)
JOIN date_dim d ON d.d_date_sk = ws.ws_ship_date_sk AND d.d_date BETWEEN '2000-02-01' AND '2000-04-01'
JOIN customer_address ca ON ca.ca_address_sk = ws.ws_ship_addr_sk AND ca.ca_state IN ('IN', 'TN')
JOIN web_site w ON w.web_site_sk = ws.ws_web_site_sk AND w.web_company_name = 'pri'
WHERE ws.ws_warehouse_sk IS NOT NULL
