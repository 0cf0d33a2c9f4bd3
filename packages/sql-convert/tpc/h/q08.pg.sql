SELECT extract(year FROM o.o_orderdate)::int AS o_year,
       round(coalesce(sum(l.l_extendedprice * (1 - l.l_discount)) FILTER (WHERE sn.n_name = 'BRAZIL'), 0)
             / sum(l.l_extendedprice * (1 - l.l_discount)), 6)
FROM lineitem l
JOIN part p ON p.p_partkey = l.l_partkey AND p.p_type LIKE 'STANDARD%'
JOIN supplier s ON s.s_suppkey = l.l_suppkey
JOIN nation sn ON sn.n_nationkey = s.s_nationkey
JOIN orders o ON o.o_orderkey = l.l_orderkey
JOIN customer c ON c.c_custkey = o.o_custkey
JOIN nation cn ON cn.n_nationkey = c.c_nationkey
JOIN region r ON r.r_regionkey = cn.n_regionkey AND r.r_name = 'AMERICA'
WHERE o.o_orderdate >= '1995-01-01' AND o.o_orderdate <= '1996-12-31'
GROUP BY o_year
ORDER BY o_year
