WITH returned AS (
  SELECT o.o_custkey, sum(l.l_extendedprice * (1 - l.l_discount)) AS revenue
  FROM orders o JOIN lineitem l ON l.l_orderkey = o.o_orderkey AND l.l_returnflag = 'R'
  WHERE o.o_orderdate >= '1994-02-01' AND o.o_orderdate < '1994-05-01'
  GROUP BY o.o_custkey
)
SELECT c.c_custkey, c.c_name, r.revenue, c.c_acctbal, n.n_name, c.c_address, c.c_phone, c.c_comment
FROM returned r
JOIN customer c ON c.c_custkey = r.o_custkey
JOIN nation n ON n.n_nationkey = c.c_nationkey
ORDER BY r.revenue DESC NULLS LAST, c.c_custkey
LIMIT 20
