WITH buckets AS (
  SELECT ceil(ss_quantity / 20) AS bucket,
         CASE WHEN count(*) > if(ceil(ss_quantity / 20) IN (2, 4), 1500, 1000) THEN avg(ss_ext_discount_amt) ELSE avg(ss_net_paid) END AS amount
  FROM store_sales
  WHERE ss_quantity BETWEEN 1 AND 100
  GROUP BY ceil(ss_quantity / 20)
)
SELECT *
FROM buckets
PIVOT (max(amount) FOR bucket IN (1 AS bucket1, 2 AS bucket2, 3 AS bucket3, 4 AS bucket4, 5 AS bucket5))
