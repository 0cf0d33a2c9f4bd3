WITH daily AS (
  SELECT d.d_week_seq AS week, d.d_dow AS dow, sum(s.price) AS total
  FROM (SELECT ws_sold_date_sk AS day, ws_ext_sales_price AS price FROM web_sales
        UNION ALL SELECT cs_sold_date_sk, cs_ext_sales_price FROM catalog_sales) s
  JOIN date_dim d ON d.d_date_sk = s.day
  GROUP BY 1, 2
), weekly AS (
  SELECT week,
         max(total) FILTER (WHERE dow = 0) AS sun, max(total) FILTER (WHERE dow = 1) AS mon,
         max(total) FILTER (WHERE dow = 2) AS tue, max(total) FILTER (WHERE dow = 3) AS wed,
         max(total) FILTER (WHERE dow = 4) AS thu, max(total) FILTER (WHERE dow = 5) AS fri,
         max(total) FILTER (WHERE dow = 6) AS sat
  FROM daily GROUP BY week
)
SELECT a.week, round(a.sun / b.sun, 2), round(a.mon / b.mon, 2), round(a.tue / b.tue, 2),
       round(a.wed / b.wed, 2), round(a.thu / b.thu, 2), round(a.fri / b.fri, 2), round(a.sat / b.sat, 2)
FROM weekly a
JOIN weekly b ON b.week = a.week + 53
JOIN date_dim da ON da.d_week_seq = a.week AND da.d_year = 2000
JOIN date_dim db ON db.d_week_seq = b.week AND db.d_year = 2001
ORDER BY a.week
