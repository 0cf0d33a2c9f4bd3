SELECT left(r.r_reason_desc, 20), avg(ws.ws_quantity), round(avg(wr.wr_refunded_cash), 6), round(avg(wr.wr_fee), 6)
FROM web_returns wr
JOIN web_sales ws ON ws.ws_item_sk = wr.wr_item_sk AND ws.ws_order_number = wr.wr_order_number
JOIN web_page wp ON wp.wp_web_page_sk = ws.ws_web_page_sk
JOIN date_dim d ON d.d_date_sk = ws.ws_sold_date_sk AND d.d_date BETWEEN '1999-01-01' AND '2001-12-31'
JOIN customer_demographics cd ON cd.cd_demo_sk = wr.wr_refunded_cdemo_sk
JOIN customer_demographics other ON other.cd_demo_sk = wr.wr_returning_cdemo_sk
  AND (other.cd_marital_status, other.cd_education_status) = (cd.cd_marital_status, cd.cd_education_status)
JOIN customer_address ca ON ca.ca_address_sk = wr.wr_refunded_addr_sk AND ca.ca_country = 'United States'
JOIN reason r ON r.r_reason_sk = wr.wr_reason_sk
WHERE CASE cd.cd_marital_status
        WHEN 'M' THEN ws.ws_sales_price BETWEEN 10 AND 150
        WHEN 'W' THEN ws.ws_sales_price BETWEEN 10 AND 150
        WHEN 'S' THEN cd.cd_education_status = 'College' AND ws.ws_sales_price BETWEEN 5 AND 100
        WHEN 'D' THEN ws.ws_sales_price BETWEEN 15 AND 200
      END
  AND CASE
        WHEN ca.ca_state IN ('IN', 'OH', 'NJ') THEN ws.ws_net_profit BETWEEN -1000 AND 2000
        WHEN ca.ca_state IN ('TN', 'CA', 'KY') THEN ws.ws_net_profit BETWEEN -1500 AND 3000
        WHEN ca.ca_state IN ('GA', 'TX', 'IA') THEN ws.ws_net_profit BETWEEN -5000 AND 2500
      END
GROUP BY r.r_reason_desc
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST, 4 NULLS FIRST
LIMIT 100
