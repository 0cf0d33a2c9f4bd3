WITH weekly AS (
  SELECT d.d_week_seq AS week, ss.ss_store_sk AS store,
         sum(ss.ss_sales_price) FILTER (WHERE d.d_dow = 0) AS d0, sum(ss.ss_sales_price) FILTER (WHERE d.d_dow = 1) AS d1,
         sum(ss.ss_sales_price) FILTER (WHERE d.d_dow = 2) AS d2, sum(ss.ss_sales_price) FILTER (WHERE d.d_dow = 3) AS d3,
         sum(ss.ss_sales_price) FILTER (WHERE d.d_dow = 4) AS d4, sum(ss.ss_sales_price) FILTER (WHERE d.d_dow = 5) AS d5,
         sum(ss.ss_sales_price) FILTER (WHERE d.d_dow = 6) AS d6
  FROM store_sales ss JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk
  GROUP BY 1, 2
)
SELECT s.s_store_name, s.s_store_id, a.week, a.d0 / b.d0, a.d1 / b.d1, a.d2 / b.d2, a.d3 / b.d3, a.d4 / b.d4, a.d5 / b.d5, a.d6 / b.d6
FROM weekly a
JOIN weekly b ON b.store = a.store AND b.week = a.week + 52
JOIN store s ON s.s_store_sk = a.store
JOIN date_dim da ON da.d_week_seq = a.week AND da.d_year = 1999
JOIN date_dim db ON db.d_week_seq = b.week AND db.d_year = 2000
ORDER BY s.s_store_name NULLS FIRST, s.s_store_id NULLS FIRST, a.week
LIMIT 100
