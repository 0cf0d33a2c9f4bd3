WITH bucket AS (
  SELECT width_bucket(ss_quantity, 1, 101, 5) AS number, count(*) AS lines,
         round(avg(ss_ext_discount_amt), 6) AS discount, round(avg(ss_net_paid), 6) AS paid
  FROM store_sales GROUP BY 1
), chosen AS (
  SELECT number, CASE WHEN lines > CASE WHEN number IN (2, 4) THEN 1500 ELSE 1000 END THEN discount ELSE paid END AS amount
  FROM bucket
)
SELECT (SELECT amount FROM chosen WHERE number = 1), (SELECT amount FROM chosen WHERE number = 2),
       (SELECT amount FROM chosen WHERE number = 3), (SELECT amount FROM chosen WHERE number = 4),
       (SELECT amount FROM chosen WHERE number = 5)
