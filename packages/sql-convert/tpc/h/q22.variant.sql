WITH listed AS (
  SELECT c_custkey, c_acctbal, split(c_phone, '-')[0] AS cntrycode
  FROM customer
  WHERE array_contains(transform(array(1, 4, 7, 12, 15, 18, 21), x -> cast(10 + x AS string)), split_part(c_phone, '-', 1))
)
SELECT cntrycode, count(*) AS numcust, sum(c_acctbal) AS totacctbal
FROM listed
LEFT ANTI JOIN orders ON o_custkey = c_custkey
WHERE c_acctbal > (SELECT avg(c_acctbal) FROM listed WHERE c_acctbal > 0)
GROUP BY cntrycode
ORDER BY cntrycode
