SELECT count(DISTINCT ws.ws_order_number), sum(ws.ws_ext_ship_cost), sum(ws.ws_net_profit)
FROM web_sales ws
JOIN date_dim d ON d.d_date_sk = ws.ws_ship_date_sk
JOIN customer_address ca ON ca.ca_address_sk = ws.ws_ship_addr_sk
JOIN web_site w ON w.web_site_sk = ws.ws_web_site_sk
WHERE d.d_date - date '2000-03-01' BETWEEN 0 AND 60 AND ca.ca_state = ANY ('{GA,OH,TX}') AND w.web_company_name = 'pri'
  AND ws.ws_order_number IN (
    SELECT ws_order_number FROM web_sales GROUP BY ws_order_number HAVING count(DISTINCT ws_warehouse_sk) > 1
    INTERSECT SELECT wr_order_number FROM web_returns)
