SELECT count(DISTINCT cs.cs_order_number), sum(cs.cs_ext_ship_cost), sum(cs.cs_net_profit)
FROM catalog_sales cs
JOIN date_dim d ON d.d_date_sk = cs.cs_ship_date_sk AND d.d_date - date '2000-02-01' BETWEEN 0 AND 60
JOIN customer_address ca ON ca.ca_address_sk = cs.cs_ship_addr_sk AND ca.ca_state = 'GA'
JOIN call_center cc ON cc.cc_call_center_sk = cs.cs_call_center_sk AND cc.cc_county LIKE '% County'
WHERE cs.cs_warehouse_sk IS NOT NULL
  AND cs.cs_order_number IN (
    SELECT cs_order_number FROM catalog_sales GROUP BY 1 HAVING count(DISTINCT cs_warehouse_sk) > 1)
  AND cs.cs_order_number NOT IN (SELECT cr_order_number FROM catalog_returns)
