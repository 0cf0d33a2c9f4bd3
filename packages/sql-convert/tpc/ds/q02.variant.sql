WITH wscs AS (
  SELECT ws_sold_date_sk AS sold_date_sk, ws_ext_sales_price AS sales_price FROM web_sales
  UNION ALL
  SELECT cs_sold_date_sk, cs_ext_sales_price FROM catalog_sales
),
wswscs AS (
  SELECT *
  FROM (SELECT d_week_seq, d_day_name, sales_price FROM wscs JOIN date_dim ON d_date_sk = sold_date_sk)
  PIVOT (
    sum(sales_price)
    FOR d_day_name IN ('Sunday' AS sun, 'Monday' AS mon, 'Tuesday' AS tue, 'Wednesday' AS wed, 'Thursday' AS thu, 'Friday' AS fri, 'Saturday' AS sat)
  )
)
SELECT y.d_week_seq AS week,
       round(y.sun / z.sun, 2), round(y.mon / z.mon, 2), round(y.tue / z.tue, 2), round(y.wed / z.wed, 2),
       round(y.thu / z.thu, 2), round(y.fri / z.fri, 2), round(y.sat / z.sat, 2)
FROM wswscs y
JOIN wswscs z ON y.d_week_seq = z.d_week_seq - 53
JOIN date_dim d1 ON d1.d_week_seq = y.d_week_seq AND year(d1.d_date) = 2000
JOIN date_dim d2 ON d2.d_week_seq = z.d_week_seq AND year(d2.d_date) = 2001
ORDER BY week
