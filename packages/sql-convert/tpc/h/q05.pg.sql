SELECT n.n_name, sum(l.l_extendedprice * (1 - l.l_discount)) AS revenue
FROM region r, nation n, supplier s, lineitem l, orders o, customer c
WHERE r.r_name = 'AMERICA' AND n.n_regionkey = r.r_regionkey AND s.s_nationkey = n.n_nationkey
  AND l.l_suppkey = s.s_suppkey AND o.o_orderkey = l.l_orderkey
  AND c.c_custkey = o.o_custkey AND c.c_nationkey = n.n_nationkey
  AND o.o_orderdate >= date '1993-01-01' AND o.o_orderdate < date '1995-01-01'
GROUP BY n.n_name
ORDER BY revenue DESC NULLS LAST
