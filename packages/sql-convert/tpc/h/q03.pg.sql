SELECT o.o_orderkey, sum(l.l_extendedprice * (1 - l.l_discount)) AS revenue, o.o_orderdate, o.o_shippriority
FROM orders o
JOIN customer c ON c.c_custkey = o.o_custkey
JOIN lineitem l ON l.l_orderkey = o.o_orderkey
WHERE c.c_mktsegment = 'FURNITURE'
  AND o.o_orderdate < date '1995-03-22' AND l.l_shipdate > date '1995-03-22'
GROUP BY o.o_orderkey, o.o_orderdate, o.o_shippriority
ORDER BY 2 DESC NULLS LAST, 3 NULLS FIRST, 1
LIMIT 10
