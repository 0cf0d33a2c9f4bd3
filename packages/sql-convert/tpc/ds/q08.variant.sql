WITH listed AS (
  SELECT zip
  FROM (SELECT '24128,35709,78668,85669,24206,11111' AS zips)
  LATERAL VIEW explode(split(zips, ',')) z AS zip
),
preferred AS (
  SELECT left(ca_zip, 5) AS zip
  FROM customer_address JOIN customer ON ca_address_sk = c_current_addr_sk
  WHERE c_preferred_cust_flag = 'Y'
  GROUP BY left(ca_zip, 5)
  HAVING count(*) > 3
)
SELECT s_store_name, sum(ss_net_profit)
FROM store_sales
JOIN date_dim ON ss_sold_date_sk = d_date_sk
JOIN store ON ss_store_sk = s_store_sk
JOIN (SELECT zip FROM listed INTERSECT SELECT zip FROM preferred) v1 ON left(s_zip, 2) = left(v1.zip, 2)
WHERE quarter(d_date) = 1 AND year(d_date) = 2000
GROUP BY s_store_name
ORDER BY s_store_name
LIMIT 100
