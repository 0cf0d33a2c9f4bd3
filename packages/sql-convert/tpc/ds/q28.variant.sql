WITH bounds AS (
  SELECT * FROM VALUES (1, 0, 5, 11, 460, 14), (2, 6, 10, 91, 1430, 32), (3, 11, 15, 66, 920, 4), (4, 16, 20, 142, 3054, 80)
    AS b (bucket, lo, hi, price, coupon, cost)
)
SELECT *
FROM (
  SELECT bucket, ss_list_price
  FROM store_sales JOIN bounds ON ss_quantity BETWEEN lo AND hi
    AND (ss_list_price BETWEEN price AND price + 10 OR ss_coupon_amt BETWEEN coupon AND coupon + 1000 OR ss_wholesale_cost BETWEEN cost AND cost + 20)
)
PIVOT (
  avg(ss_list_price) AS lp, count(ss_list_price) AS cnt, count(DISTINCT ss_list_price) AS cntd
  FOR bucket IN (1 AS b1, 2 AS b2, 3 AS b3, 4 AS b4)
)
