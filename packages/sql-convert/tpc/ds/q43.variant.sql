SELECT *
FROM (
  SELECT s_store_name, s_store_id, weekday(d_date) AS wd, ss_sales_price
  FROM store_sales JOIN date_dim ON d_date_sk = ss_sold_date_sk JOIN store ON s_store_sk = ss_store_sk
  WHERE s_gmt_offset IN (-5, -6) AND year(d_date) = 1999
)
PIVOT (sum(ss_sales_price) FOR wd IN (6 AS sun, 0 AS mon, 1 AS tue, 2 AS wed, 3 AS thu, 4 AS fri, 5 AS sat))
ORDER BY s_store_name, s_store_id
LIMIT 100
