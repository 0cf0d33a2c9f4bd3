WITH listed AS (
  SELECT c_custkey, c_acctbal, split_part(c_phone, '-', 1) AS code
  FROM customer
  WHERE split_part(c_phone, '-', 1) IN ('11', '14', '17', '22', '25', '28', '31')
)
SELECT l.code, count(*), sum(l.c_acctbal)
FROM listed l LEFT JOIN orders o ON o.o_custkey = l.c_custkey
WHERE o.o_orderkey IS NULL
  AND l.c_acctbal > (SELECT avg(c_acctbal) FROM listed WHERE c_acctbal > 0)
GROUP BY l.code
ORDER BY l.code
