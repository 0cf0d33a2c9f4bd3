WITH bounds (bucket, least, price, coupon, cost) AS (
  VALUES (1, 0, 11, 460, 14), (2, 6, 91, 1430, 32), (3, 11, 66, 920, 4), (4, 16, 142, 3054, 80)
), sums AS (
  SELECT b.bucket, round(avg(ss.ss_list_price), 6) AS lp, count(ss.ss_list_price) AS cnt, count(DISTINCT ss.ss_list_price) AS cntd
  FROM bounds b LEFT JOIN store_sales ss
    ON ss.ss_quantity >= b.least AND ss.ss_quantity <= CASE b.least WHEN 0 THEN 5 ELSE b.least + 4 END
   AND (ss.ss_list_price BETWEEN b.price AND b.price + 10 OR ss.ss_coupon_amt BETWEEN b.coupon AND b.coupon + 1000
        OR ss.ss_wholesale_cost BETWEEN b.cost AND b.cost + 20)
  GROUP BY b.bucket
)
SELECT a.lp, a.cnt, a.cntd, b.lp, b.cnt, b.cntd, c.lp, c.cnt, c.cntd, d.lp, d.cnt, d.cntd
FROM sums a, sums b, sums c, sums d
WHERE (a.bucket, b.bucket, c.bucket, d.bucket) = (1, 2, 3, 4)
