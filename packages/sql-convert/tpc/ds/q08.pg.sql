WITH zips AS (
  SELECT left(ca.ca_zip, 5) AS zip
  FROM customer_address ca JOIN customer c ON c.c_current_addr_sk = ca.ca_address_sk
  WHERE c.c_preferred_cust_flag = 'Y' AND left(ca.ca_zip, 5) IN ('24128', '35709', '78668', '85669', '24206', '11111')
  GROUP BY 1
  HAVING count(*) > 3
)
SELECT s.s_store_name, sum(ss.ss_net_profit)
FROM store_sales ss
JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_date BETWEEN '2000-01-01' AND '2000-03-31'
JOIN store s ON s.s_store_sk = ss.ss_store_sk
JOIN zips z ON left(z.zip, 2) = left(s.s_zip, 2)
GROUP BY s.s_store_name
ORDER BY s.s_store_name NULLS FIRST
LIMIT 100
